package dev.tertulia.platform.crypto;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes (HMAC-SHA256, in hex) by which a message is known to be ours and unchanged: nobody makes one without the master
 * key. Each purpose has a key of its own under each version of the master key; whoever keeps a code keeps the version.
 */
public final class MessageCodes {
    private static final String ALGORITHM = "HmacSHA256";

    private final MasterKeys keys;
    private final String purpose;
    private final Map<Integer, SecretKeySpec> derived = new ConcurrentHashMap<>();

    private MessageCodes(MasterKeys keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    /** @param purpose such as {@code audit}: codes of one purpose prove nothing for another */
    public static MessageCodes of(MasterKeys keys, String purpose) {
        return new MessageCodes(keys, purpose);
    }

    /** Under which version of the master key new codes are made. */
    public int version() {
        return keys.primaryVersion();
    }

    /** Whether codes of this version can be made, and so checked. */
    public boolean has(int version) {
        return keys.has(version);
    }

    /** Fails with {@link UnknownKeyException}. */
    public String code(int version, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(derived.computeIfAbsent(version, this::derive));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new CryptoException("No code could be made", e);
        }
    }

    private SecretKeySpec derive(int version) {
        return new SecretKeySpec(keys.derive(version, "tertulia/message-codes/" + purpose), ALGORITHM);
    }
}
