package dev.tertulia.platform.phone;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as it was written, before it is read. */
final class WrittenNumber {
    static final String WHATSAPP_SCHEME = "whatsapp:";

    /** Longer is no number, and not worth looking at. */
    private static final int MAX_LENGTH = 120;

    /** Direction marks, zero-width characters, soft hyphen: a copied contact is full of them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF]");

    /** Every kind of blank and hyphen, of which the library knows only some. */
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]+");

    private static final Pattern HYPHEN = Pattern.compile("\\p{Pd}|\\u2212");

    /** A WhatsApp address of a person; those of groups, lists and hidden numbers have other domains. */
    private static final Pattern PERSON_ADDRESS =
            Pattern.compile("(\\d{5,15})(?::\\d+)?@(?:s\\.whatsapp\\.net|c\\.us)");

    /** A business-scoped user id: a country and what is no number. */
    private static final Pattern SCOPED_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9.]+");

    private static final Pattern COUNTRY_CODE_FIRST = Pattern.compile("[1-9]\\d{6,14}");

    private WrittenNumber() {}

    /** Without what cannot be seen. */
    static String clean(String raw) {
        if (raw.length() > MAX_LENGTH) {
            return "";
        }
        String visible = INVISIBLE.matcher(raw).replaceAll("");
        return HYPHEN.matcher(BLANK.matcher(visible).replaceAll(" "))
                .replaceAll("-")
                .strip();
    }

    static boolean canBePhone(String written) {
        boolean otherAddress =
                written.indexOf('@') >= 0 && !PERSON_ADDRESS.matcher(written).matches();
        return !otherAddress && !SCOPED_ID.matcher(written).matches();
    }

    /** With a plus where it is known that the country code comes first. */
    static String international(String written, @Nullable String region) {
        var person = PERSON_ADDRESS.matcher(written);
        if (person.matches()) {
            return "+" + person.group(1);
        }
        boolean whatsapp = written.regionMatches(true, 0, WHATSAPP_SCHEME, 0, WHATSAPP_SCHEME.length());
        String number = whatsapp ? written.substring(WHATSAPP_SCHEME.length()).strip() : written;
        String digits = digits(number);
        return (whatsapp || region == null)
                        && COUNTRY_CODE_FIRST.matcher(digits).matches()
                ? "+" + digits
                : number;
    }

    /** The digits alone if there is nothing else but punctuation, in the ten signs that everyone knows. */
    private static String digits(String number) {
        StringBuilder digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (" -()./".indexOf(c) < 0) {
                return "";
            }
        }
        return digits.toString();
    }
}
