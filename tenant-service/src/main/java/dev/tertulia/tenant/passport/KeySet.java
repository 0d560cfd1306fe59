package dev.tertulia.tenant.passport;

import dev.tertulia.tenant.signing.SigningKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The public keys as RFC 7517 has them. */
record KeySet(List<Key> keys) {

    record Key(String kty, String use, String alg, String kid, String n, String e) {}

    static KeySet of(List<SigningKey> keys) {
        return new KeySet(keys.stream().map(KeySet::key).toList());
    }

    private static Key key(SigningKey key) {
        return new Key(
                "RSA",
                "sig",
                "RS256",
                key.id().toString(),
                base64(key.publicKey().getModulus()),
                base64(key.publicKey().getPublicExponent()));
    }

    /** Unsigned, as RFC 7518, 6.3.1 wants it. */
    private static String base64(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
