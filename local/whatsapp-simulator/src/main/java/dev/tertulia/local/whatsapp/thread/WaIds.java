package dev.tertulia.local.whatsapp.thread;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phone numbers as WhatsApp writes them: digits with the country code, and the spellings in which one person is known. */
public final class WaIds {

    private WaIds() {}

    /** The digits of a recipient as businesses write it, or null if that is no phone number. */
    public static @Nullable String digits(String written) {
        StringBuilder digits = new StringBuilder(16);
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if ("+-() .".indexOf(c) < 0) {
                return null;
            }
        }
        return digits.length() < 5 || digits.length() > 15 ? null : digits.toString();
    }

    /** The number and its other spellings: Brazil's ninth digit, Mexico's 1 and Argentina's 9 after the country code. */
    public static List<String> spellings(String digits) {
        List<String> all = new ArrayList<>(2);
        all.add(digits);
        if (digits.startsWith("55") && digits.length() == 13 && digits.charAt(4) == '9') {
            all.add(digits.substring(0, 4) + digits.substring(5));
        } else if (digits.startsWith("55") && digits.length() == 12) {
            all.add(digits.substring(0, 4) + "9" + digits.substring(4));
        } else if (digits.startsWith("521") && digits.length() == 13) {
            all.add("52" + digits.substring(3));
        } else if (digits.startsWith("52") && digits.length() == 12) {
            all.add("521" + digits.substring(2));
        } else if (digits.startsWith("549") && digits.length() == 13) {
            all.add("54" + digits.substring(3));
        } else if (digits.startsWith("54") && digits.length() == 12) {
            all.add("549" + digits.substring(2));
        }
        return all;
    }
}
