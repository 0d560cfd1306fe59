package dev.tertulia.contact.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a contact, as patterns of which each must be found in its name or its identities. The
 * database brings both sides into the same plain text, without case and accents.
 *
 * <p>Words are found wherever they stand; of one or two letters only at the beginning of a word, since shorter than three
 * letters no index can look inside words. Scripts that write no blanks between words are looked into all the same. What looks like a phone number is one, however it is written: without its
 * punctuation, and without the prefixes that one dials within a country and nobody else does.
 */
record SearchTerms(List<String> patterns) {
    static final int LONGEST_QUERY = 100;
    private static final int MOST_WORDS = 8;
    private static final int SHORTEST_INNER_WORD = 3;
    private static final int SHORTEST_PHONE = 5;
    // A typed number of so many digits has a prefix of its country or its area, which can be written in several ways.
    private static final int LONG_PHONE = 10;
    // Two numbers of one tenant hardly ever agree in so many last digits, and all ways to write a number do.
    private static final int TELLING_DIGITS = 8;

    private static final Set<Character.UnicodeScript> UNSPACED = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.MYANMAR);
    private static final Pattern PHONE =
            Pattern.compile("(?:whatsapp:|tel:)?[+\\p{Nd}\\s().\\-/\\u200e\\u200f\\u202a-\\u202e]+");
    private static final Pattern NOT_DIGIT = Pattern.compile("\\P{Nd}");
    private static final Pattern PREFIX_ZEROS = Pattern.compile("^0+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPECIAL = Pattern.compile("([\\\\%_])");

    SearchTerms {
        patterns = List.copyOf(patterns);
    }

    /** Empty patterns mean everybody. */
    static SearchTerms of(String typed) {
        String text = typed.strip();
        if (PHONE.matcher(text).matches()) {
            String digits = PREFIX_ZEROS.matcher(asciiDigits(text)).replaceFirst("");
            if (digits.length() >= SHORTEST_PHONE) {
                return new SearchTerms(List.of("%" + telling(digits) + "%"));
            }
        }
        List<String> patterns = new ArrayList<>();
        Arrays.stream(BLANKS.split(text))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(SearchTerms::pattern)
                .forEach(patterns::add);
        return new SearchTerms(patterns);
    }

    private static String pattern(String word) {
        String escaped = SPECIAL.matcher(word).replaceAll("\\\\$1");
        boolean beginning = word.codePointCount(0, word.length()) < SHORTEST_INNER_WORD
                && word.codePoints().noneMatch(SearchTerms::unspaced);
        return beginning ? "% " + escaped + "%" : "%" + escaped + "%";
    }

    private static boolean unspaced(int letter) {
        return UNSPACED.contains(Character.UnicodeScript.of(letter));
    }

    private static String telling(String digits) {
        return digits.length() < LONG_PHONE ? digits : digits.substring(digits.length() - TELLING_DIGITS);
    }

    private static String asciiDigits(String text) {
        StringBuilder digits = new StringBuilder();
        NOT_DIGIT
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .forEach(digit -> digits.append(Character.getNumericValue(digit)));
        return digits.toString();
    }
}
