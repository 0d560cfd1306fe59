package dev.tertulia.gateway.passport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By what a passport is kept: the SHA-256 of credential and tenant, so that no credential lies in memory for long. */
record CredentialKey(long a, long b, long c, long d) {
    private static final byte[] SEPARATOR = {0};
    private static final byte[] OPTIONAL = {1};

    static CredentialKey of(Credential credential) {
        MessageDigest digest = sha256();
        digest.update(credential.type().getBytes(StandardCharsets.UTF_8));
        digest.update(SEPARATOR);
        digest.update(credential.value().getBytes(StandardCharsets.UTF_8));
        digest.update(credential.tenantOptional() ? OPTIONAL : SEPARATOR);
        if (credential.tenant() != null) {
            digest.update(credential.tenant().getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        return new CredentialKey(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
