package dev.tertulia.tenant.passport;

import dev.tertulia.platform.security.PassportClaims;
import dev.tertulia.tenant.signing.SigningKey;
import dev.tertulia.tenant.signing.SigningKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Checks passports with the keys that signed them. */
@ApplicationScoped
class PassportVerifier {
    private static final int MAX_LENGTH = 16 * 1024;

    private final SigningKeys keys;
    private final Clock clock;

    PassportVerifier(SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Fails with {@link AuthenticationFailedException} on what is no passport of ours, or one that has expired. */
    Uni<Passport> verify(String token) {
        UUID keyId;
        try {
            keyId = keyId(token);
        } catch (IllegalArgumentException | DecodeException | ClassCastException e) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Not a token", e));
        }
        return keys.ringWith(keyId)
                .map(ring -> ring.verifier(keyId, clock.instant())
                        .map(key -> verify(token, key))
                        .orElseThrow(() -> new AuthenticationFailedException("Signed with no key of ours")));
    }

    private Passport verify(String token, SigningKey key) {
        try {
            var claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256))
                    .setVerificationKey(key.publicKey())
                    .setExpectedIssuer(PassportClaims.ISSUER)
                    .setExpectedAudience(PassportClaims.AUDIENCE)
                    .setRequireExpirationTime()
                    .setRequireSubject()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            JsonObject json = new JsonObject(claims.getRawJson());
            return new Passport(
                    token,
                    PassportClaims.read(json),
                    Instant.ofEpochSecond(json.getLong("auth_time")),
                    Assurance.read(json),
                    Instant.ofEpochSecond(json.getLong("exp")));
        } catch (InvalidJwtException | IllegalArgumentException e) {
            throw new AuthenticationFailedException("Not a valid passport", e);
        }
    }

    private static UUID keyId(String token) {
        int end = token.indexOf('.');
        if (end < 0 || token.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Not a token");
        }
        byte[] header = Base64.getUrlDecoder().decode(token.substring(0, end));
        String id = new JsonObject(new String(header, StandardCharsets.UTF_8)).getString("kid");
        if (id == null) {
            throw new IllegalArgumentException("Names no key");
        }
        return UUID.fromString(id);
    }
}
