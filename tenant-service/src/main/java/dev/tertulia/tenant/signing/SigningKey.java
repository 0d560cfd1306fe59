package dev.tertulia.tenant.signing;

import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key pair.
 *
 * @param id the {@code kid} of what it signs
 * @param privateKey null where it does not open, being under a master key that this process has not got
 * @param activeFrom when it begins to sign
 * @param retireAt when nothing that it signed is valid any more; null while no other key follows it
 * @param underOldMasterKey it opens, and had better be encrypted under the newest master key
 */
public record SigningKey(
        UUID id,
        RSAPublicKey publicKey,
        @Nullable PrivateKey privateKey,
        Instant publishedAt,
        Instant activeFrom,
        @Nullable Instant retireAt,
        boolean underOldMasterKey) {

    boolean isRetired(Instant now) {
        return retireAt != null && !now.isBefore(retireAt);
    }

    boolean signs(Instant now) {
        return privateKey != null && !isRetired(now) && !now.isBefore(activeFrom);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
