package dev.tertulia.messaging.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook comes from Meta: the header {@code X-Hub-Signature-256} holds {@code sha256=} and the HMAC-SHA256 of
 * the body, as raw bytes, under the app's secret, in lower-case hex.
 *
 * <p>Strict: no header, no prefix, upper-case hex and blanks are all wrong, for Meta sends none of them. Any number of
 * threads may use one instance.
 */
public final class MetaSignature {

    public static final String HEADER = "X-Hub-Signature-256";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int DIGEST_LENGTH = 32;

    /** Keyed once; each check works on a copy, which is cheaper than keying anew and needs no lock. */
    private final Mac keyed;

    /** @throws IllegalArgumentException when the secret is empty, which would let anybody sign */
    public MetaSignature(String appSecret) {
        if (appSecret.isEmpty()) {
            throw new IllegalArgumentException("An app secret is needed to check signatures");
        }
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    /** The time it takes tells nothing of how much of the signature is right. */
    public boolean verifies(byte[] body, @Nullable String header) {
        byte[] claimed = digestOf(header);
        return claimed != null && MessageDigest.isEqual(claimed, digest(body));
    }

    /** What Meta would send along with this body. */
    public String sign(byte[] body) {
        StringBuilder header = new StringBuilder(PREFIX);
        for (byte b : digest(body)) {
            header.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return header.toString();
    }

    private byte[] digest(byte[] body) {
        try {
            return ((Mac) keyed.clone()).doFinal(body);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The JDK's HmacSHA256 can be copied", impossible);
        }
    }

    private static byte @Nullable [] digestOf(@Nullable String header) {
        if (header == null || header.length() != PREFIX.length() + 2 * DIGEST_LENGTH || !header.startsWith(PREFIX)) {
            return null;
        }
        byte[] digest = new byte[DIGEST_LENGTH];
        for (int i = 0; i < DIGEST_LENGTH; i++) {
            int high = lowerCaseHex(header.charAt(PREFIX.length() + 2 * i));
            int low = lowerCaseHex(header.charAt(PREFIX.length() + 2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            digest[i] = (byte) (high << 4 | low);
        }
        return digest;
    }

    private static int lowerCaseHex(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
