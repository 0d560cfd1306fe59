package dev.tertulia.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparing secrets. */
public final class Secrets {
    private Secrets() {}

    /** Takes as long wherever the two differ, so that nobody can find a secret character by character. */
    public static boolean constantTimeEquals(String expected, String given) {
        return constantTimeEquals(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    public static boolean constantTimeEquals(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }
}
