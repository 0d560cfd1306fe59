package dev.tertulia.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a form that their country has given up, but people and WhatsApp still write. The library calls them invalid,
 * since nobody can call them so.
 */
final class OldForms {
    private static final int ARGENTINA = 54;
    private static final int BRAZIL = 55;
    private static final int MEXICO = 52;

    /** An area code and the eight digits of a mobile before the ninth came in front; landlines begin with 2 to 5. */
    private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("(?<area>[1-9]{2})(?<local>[6-9]\\d{7})");

    /** The 1 of mobiles called from abroad, the 044 and 045 of those called from within, and 01 for long distance. */
    private static final Pattern MEXICAN_PREFIX = Pattern.compile("(?:1|044|045|01)(\\d{10})");

    /** The 9 of mobiles called from abroad together with the 15 of those called from within. */
    private static final Pattern ARGENTINE_DOUBLE = Pattern.compile("9(\\d{12})");

    private OldForms() {}

    /** The number in today's form; the same one if no rule applies. */
    static Phonenumber.PhoneNumber renewed(Phonenumber.PhoneNumber number) {
        return switch (number.getCountryCode()) {
            case BRAZIL -> rewritten(number, BRAZILIAN_MOBILE, "${area}9${local}");
            case MEXICO -> rewritten(number, MEXICAN_PREFIX, "$1");
            case ARGENTINA -> withoutSecondMobileSign(number);
            default -> number;
        };
    }

    /** The library finds the 15 behind the area code, of which only it knows how long it is. */
    private static Phonenumber.PhoneNumber withoutSecondMobileSign(Phonenumber.PhoneNumber number) {
        Matcher both = ARGENTINE_DOUBLE.matcher(PhoneNumberUtil.getInstance().getNationalSignificantNumber(number));
        if (!both.matches()) {
            return number;
        }
        try {
            return PhoneNumberUtil.getInstance().parse("+" + ARGENTINA + both.group(1), null);
        } catch (NumberParseException e) {
            return number;
        }
    }

    private static Phonenumber.PhoneNumber rewritten(Phonenumber.PhoneNumber number, Pattern old, String today) {
        String national = PhoneNumberUtil.getInstance().getNationalSignificantNumber(number);
        if (!old.matcher(national).matches()) {
            return number;
        }
        return new Phonenumber.PhoneNumber()
                .setCountryCode(number.getCountryCode())
                .setNationalNumber(Long.parseLong(old.matcher(national).replaceFirst(today)));
    }
}
