package dev.tertulia.tenant.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes as an authenticator app shows them (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits). */
final class Totp {
    private static final int SECONDS = 30;

    private final byte[] key;

    /** @param secret as Keycloak's set-up page has it hidden in its form */
    Totp(String secret) {
        this.key = secret.getBytes(StandardCharsets.US_ASCII);
    }

    static long step(Instant time) {
        return time.getEpochSecond() / SECONDS;
    }

    String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
