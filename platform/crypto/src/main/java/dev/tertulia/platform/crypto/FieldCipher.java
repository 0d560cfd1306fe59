package dev.tertulia.platform.crypto;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encrypts single values for the database. A value says which version of the master key it is under:
 * {@code k3.<base64url>}. It opens only with the associated data that it was closed with, so it cannot be copied to
 * another row, column or tenant; build that with {@link #place}.
 */
public final class FieldCipher {
    private static final Pattern VALUE = Pattern.compile("k([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]+)");

    private final MasterKeys keys;
    private final Aead aead;

    public FieldCipher(MasterKeys keys) {
        this.keys = keys;
        aead = keys.aead();
    }

    /** Associated data from the place of a value, such as tenant, table, column and row. */
    public static String place(Object... parts) {
        StringBuilder place = new StringBuilder();
        for (Object part : parts) {
            String text = part.toString();
            // With its length before it no part can be taken for another.
            place.append(text.length()).append(':').append(text).append('/');
        }
        return place.toString();
    }

    /** Encrypts under the newest key. The same text gives another value each time. */
    public String encrypt(String plaintext, String associatedData) {
        int version = keys.primaryVersion();
        try {
            byte[] sealed = aead.encrypt(bytes(plaintext), bound(version, associatedData));
            return "k" + version + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new CryptoException("The value could not be encrypted", e);
        }
    }

    /**
     * Fails with {@link UnknownKeyException} if its key is not in the key set, and with {@link CryptoException} if it was
     * changed, or closed with other associated data.
     */
    public String decrypt(String value, String associatedData) {
        Matcher parts = parts(value);
        int version = Integer.parseInt(parts.group(1));
        if (!keys.has(version)) {
            throw new UnknownKeyException(version);
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(parts.group(2));
            return new String(aead.decrypt(sealed, bound(version, associatedData)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CryptoException("The value does not open: it was changed, or belongs to another place or key", e);
        }
    }

    /** The version that a value shows is part of what is sealed, so that a rotation can rely on it. */
    private static byte[] bound(int version, String associatedData) {
        return bytes(version + "." + associatedData);
    }

    /** The version of the key that a value is under. */
    public static int version(String value) {
        return Integer.parseInt(parts(value).group(1));
    }

    /** Whether a rotation has still to come by. */
    public boolean isOldVersion(String value) {
        return version(value) != keys.primaryVersion();
    }

    /** The value under the newest key; empty if it is already. A rotation calls it for each row. */
    public Optional<String> reencrypt(String value, String associatedData) {
        return isOldVersion(value)
                ? Optional.of(encrypt(decrypt(value, associatedData), associatedData))
                : Optional.empty();
    }

    private static Matcher parts(String value) {
        Matcher parts = VALUE.matcher(value);
        if (!parts.matches()) {
            throw new CryptoException("This is not an encrypted value");
        }
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
