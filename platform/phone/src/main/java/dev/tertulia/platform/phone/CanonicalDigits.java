package dev.tertulia.platform.phone;

/** The one value in which the forms of a number meet, worked out from its digits alone: it is on the path of every message. */
final class CanonicalDigits {
    private static final int MIN_LENGTH = 7;

    /** E.164 allows 15; ids of groups and of users without a number are longer. */
    private static final int MAX_LENGTH = 15;

    private CanonicalDigits() {}

    /** Whether there are only digits from here on, as many as a number with its country code can have. */
    static boolean isNumber(String text, int start) {
        int length = text.length() - start;
        if (length < MIN_LENGTH || length > MAX_LENGTH || text.charAt(start) == '0') {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** @param digits with the country code, without plus */
    static String of(String digits) {
        int length = digits.length();
        // Mexico: mobiles had a 1 behind the country code, and WhatsApp still has it.
        if (length == 13 && digits.startsWith("521")) {
            return "52" + digits.substring(3);
        }
        // Brazil: mobiles got a 9 in front of eight digits; WhatsApp knows many without it. Landlines have none.
        if (length == 12 && digits.startsWith("55") && digits.charAt(4) >= '6') {
            return digits.substring(0, 4) + "9" + digits.substring(4);
        }
        // Argentina: mobiles have a 9 when called from abroad, which many leave out. No landline has a mobile's digits.
        if (length == 12 && digits.startsWith("54") && digits.charAt(2) != '9') {
            return "549" + digits.substring(2);
        }
        return digits;
    }
}
