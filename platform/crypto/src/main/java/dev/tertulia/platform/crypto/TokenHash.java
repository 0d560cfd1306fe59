package dev.tertulia.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How tokens are kept: as SHA-256 in hex. Enough for tokens drawn at random, which nobody can try through; not for
 * passwords or short codes.
 */
public final class TokenHash {
    private TokenHash() {}

    public static String of(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public static boolean matches(String token, String hash) {
        return Secrets.constantTimeEquals(hash, of(token));
    }
}
