package dev.tertulia.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Tokens that nobody can guess: {@code tk_} and 32 characters with 190 bits of chance, then 6 that check the rest, so
 * that a mistyped or made-up one is refused without looking it up, and leaked ones can be searched for.
 */
public final class RandomTokens {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECK_LENGTH = 6;
    private static final int VISIBLE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** @param prefix what kind of token it is, such as {@code tk} for API keys; without an underscore */
    public static String create(String prefix) {
        StringBuilder token = new StringBuilder(prefix).append('_');
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            token.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return token.append(check(token.toString())).toString();
    }

    /** Whether it can be one that {@link #create} made with the prefix. It may still not exist. */
    public static boolean isWellFormed(String prefix, String token) {
        int checked = prefix.length() + 1 + RANDOM_LENGTH;
        return token.length() == checked + CHECK_LENGTH
                && token.startsWith(prefix + "_")
                && token.endsWith(check(token.substring(0, checked)));
    }

    /** The part by which its owner and the database find it, prefix included; it says nothing about the rest. */
    public static String visiblePart(String token) {
        return token.substring(0, Math.min(token.length(), token.indexOf('_') + 1 + VISIBLE_LENGTH));
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = sum.getValue();
        StringBuilder check = new StringBuilder();
        for (int i = 0; i < CHECK_LENGTH; i++) {
            check.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return check.toString();
    }
}
