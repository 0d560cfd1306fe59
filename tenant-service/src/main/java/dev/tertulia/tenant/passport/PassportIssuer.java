package dev.tertulia.tenant.passport;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.PassportClaims;
import dev.tertulia.tenant.signing.SigningKey;
import dev.tertulia.tenant.signing.SigningKeys;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Signs passports. */
@ApplicationScoped
class PassportIssuer {
    private final SigningKeys keys;
    private final IssuingConfig config;
    private final Clock clock;

    PassportIssuer(SigningKeys keys, IssuingConfig config, Clock clock) {
        this.keys = keys;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param authenticatedAt when the caller showed a credential of their own
     * @param assurance how well
     */
    Uni<Passport> issue(Caller caller, Instant authenticatedAt, Assurance assurance) {
        return keys.ring().map(ring -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            SigningKey key = ring.signer(now)
                    .or(() -> ring.signer(clock.instant()))
                    .orElseThrow(() -> new IllegalStateException("No key signs"));
            return sign(caller, authenticatedAt, assurance, now, key);
        });
    }

    private Passport sign(Caller caller, Instant authenticatedAt, Assurance assurance, Instant now, SigningKey key) {
        PrivateKey privateKey = key.privateKey();
        if (privateKey == null) {
            throw new IllegalStateException("A key that does not open cannot sign");
        }
        Instant expiresAt = now.plus(config.validFor());
        Map<String, Object> claims = new LinkedHashMap<>(PassportClaims.write(caller));
        claims.putAll(assurance.claims());
        String token = Jwt.claims(claims)
                .issuer(PassportClaims.ISSUER)
                .audience(PassportClaims.AUDIENCE)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .claim("auth_time", authenticatedAt.getEpochSecond())
                .claim("jti", UUID.randomUUID().toString())
                .jws()
                .keyId(key.id().toString())
                .sign(privateKey);
        return new Passport(token, caller, authenticatedAt, assurance, expiresAt);
    }
}
