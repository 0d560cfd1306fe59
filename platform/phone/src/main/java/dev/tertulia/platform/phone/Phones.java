package dev.tertulia.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers. Nothing here fails: what is no phone number is said to be none. */
public final class Phones {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * What was written, as a phone number.
     *
     * @param raw as people, spreadsheets and providers write it; also {@code tel:}, {@code sms:} and {@code whatsapp:}
     * @param defaultRegion ISO 3166 code of the country of numbers without a country code; null if none is known, and
     *     then plain digits are taken as WhatsApp has them: country code first
     */
    public static PhoneNumber parse(@Nullable String raw, @Nullable String defaultRegion) {
        String written = raw == null ? "" : WrittenNumber.clean(raw);
        if (!WrittenNumber.canBePhone(written)) {
            return PhoneNumber.NONE;
        }
        String region = defaultRegion == null ? null : defaultRegion.toUpperCase(Locale.ROOT);
        Phonenumber.PhoneNumber parsed = read(WrittenNumber.international(written, region), region);
        return parsed == null ? PhoneNumber.NONE : understood(parsed);
    }

    /**
     * The canonical value of a WhatsApp id, which is a number without plus; {@code whatsapp:} and the plus are taken as
     * well. Empty for what is no phone: a business-scoped user id, a group. Cheap: it looks at digits only and does not
     * check that the number exists, which WhatsApp did.
     */
    public static Optional<String> canonicalWhatsApp(String waId) {
        int start = waId.startsWith(WrittenNumber.WHATSAPP_SCHEME) ? WrittenNumber.WHATSAPP_SCHEME.length() : 0;
        if (start < waId.length() && waId.charAt(start) == '+') {
            start++;
        }
        return CanonicalDigits.isNumber(waId, start)
                ? Optional.of("+" + CanonicalDigits.of(waId.substring(start)))
                : Optional.empty();
    }

    private static Phonenumber.@Nullable PhoneNumber read(String written, @Nullable String region) {
        try {
            return LIBRARY.parse(written, region);
        } catch (NumberParseException e) {
            return null;
        }
    }

    private static PhoneNumber understood(Phonenumber.PhoneNumber parsed) {
        Phonenumber.PhoneNumber number = LIBRARY.isValidNumber(parsed) ? parsed : OldForms.renewed(parsed);
        String region = LIBRARY.getRegionCodeForNumber(number);
        if (!LIBRARY.isValidNumber(number)) {
            return new PhoneNumber(null, null, region, false);
        }
        String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
        return new PhoneNumber(e164, "+" + CanonicalDigits.of(e164.substring(1)), region, true);
    }
}
