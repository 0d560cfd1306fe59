package dev.tertulia.tenant.signup;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A code that is sent to somebody, of eight digits. Of so short a one a plain hash would hide nothing, so it is kept as an
 * HMAC whose key, drawn for it alone, is sealed under the master key: the database by itself tells nobody the code.
 *
 * @param sealedKey belongs to the sign-up and opens in no other's place
 * @param hash in hex
 */
record OneTimeCode(String sealedKey, String hash) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 100_000_000;
    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00A0.-]+");

    /** A new code's digits, which are to be sent and forgotten. */
    static String draw() {
        return "%08d".formatted(RANDOM.nextInt(CODES));
    }

    static OneTimeCode of(String digits, UUID signup, FieldCipher cipher) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        String sealed = cipher.encrypt(Base64.getEncoder().encodeToString(key), place(signup));
        return new OneTimeCode(sealed, hash(key, digits));
    }

    /** @param given as somebody typed it */
    boolean matches(String given, UUID signup, FieldCipher cipher) {
        byte[] key = Base64.getDecoder().decode(cipher.decrypt(sealedKey, place(signup)));
        return Secrets.constantTimeEquals(
                hash, hash(key, BETWEEN_DIGITS.matcher(given).replaceAll("")));
    }

    /** In two groups, so that it can be read and typed. */
    static String readable(String digits) {
        return digits.substring(0, 4) + " " + digits.substring(4);
    }

    private static String hash(byte[] key, String digits) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(digits.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static String place(UUID signup) {
        return FieldCipher.place("signup", "code_key", signup);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "OneTimeCode[]";
    }
}
