package dev.tertulia.platform.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Passports for tests, signed with a key of this JVM that services under test accept when {@link TestPassportIssuer} is
 * among their test resources:
 *
 * <pre>{@code
 * given().auth().oauth2(TestPassports.as(tenant, "agent")).get("/api/v1/conversations");
 * given().auth().oauth2(TestPassports.of(tenant, "agent").permissions("notes:write").memberId(ann).token());
 * }</pre>
 */
public final class TestPassports {
    static final String KEY_ID = "test-passports";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Set<String> ON_BY_DEFAULT = Set.of("dashboard", "sales", "conversations", "ai-agent");

    private TestPassports() {}

    /** The token of a member with all permissions of the role; each call makes another member. */
    public static String as(UUID tenantId, String role) {
        return of(tenantId, role).token();
    }

    /** The token of an API key with the role's permissions. */
    public static String apiKey(UUID tenantId, String role) {
        return of(tenantId, role).apiKey().token();
    }

    /** The token of a platform administrator who has chosen no tenant. */
    public static String platformAdmin() {
        return new Passport(null, "platform_admin").token();
    }

    /** A passport of which more is to be said; ends with {@link Passport#token()}. */
    public static Passport of(UUID tenantId, String role) {
        return new Passport(tenantId, role);
    }

    static RSAPublicKey publicKey() {
        return (RSAPublicKey) Keys.TRUSTED.getPublic();
    }

    /** One passport in the making. By default that of a user who is a member of an active tenant. */
    public static final class Passport {
        private final @Nullable UUID tenantId;
        private final String role;
        private String issuer = "tertulia";
        private String audience = "tertulia-services";
        private String tenantStatus = "active";
        private String actorType = "user";
        private UUID actorId = UUID.randomUUID();
        private String actorName = "Test";
        private @Nullable UUID memberId;
        private Set<String> permissions;
        private Set<String> features = ON_BY_DEFAULT;
        private Instant expiresAt = Instant.now().plus(LIFETIME);
        private PrivateKey key = Keys.TRUSTED.getPrivate();

        Passport(@Nullable UUID tenantId, String role) {
            this.tenantId = tenantId;
            this.role = role;
            this.memberId = tenantId == null ? null : UUID.randomUUID();
            this.permissions = TestPermissions.of(role, tenantId != null);
        }

        public Passport apiKey() {
            actorType = "api-key";
            memberId = null;
            return this;
        }

        public Passport actorId(UUID id) {
            actorId = id;
            return this;
        }

        public Passport actorName(String name) {
            actorName = name;
            return this;
        }

        public Passport memberId(UUID id) {
            memberId = id;
            return this;
        }

        /** These permissions and no others. */
        public Passport permissions(String... names) {
            permissions = new LinkedHashSet<>(Arrays.asList(names));
            return this;
        }

        public Passport features(String... names) {
            features = new LinkedHashSet<>(Arrays.asList(names));
            return this;
        }

        public Passport tenantStatus(String status) {
            tenantStatus = status;
            return this;
        }

        /** A minute ago. */
        public Passport expired() {
            expiresAt = Instant.now().minus(Duration.ofMinutes(1));
            return this;
        }

        /** With the key id of the trusted key, as a forger would write it. */
        public Passport signedWithAnotherKey() {
            key = Keys.FOREIGN.getPrivate();
            return this;
        }

        public Passport issuer(String issuer) {
            this.issuer = issuer;
            return this;
        }

        public Passport audience(String audience) {
            this.audience = audience;
            return this;
        }

        public String token() {
            JwtClaimsBuilder claims = Jwt.claims()
                    .issuer(issuer)
                    .audience(audience)
                    .issuedAt(expiresAt.minus(LIFETIME))
                    .expiresAt(expiresAt)
                    .claim("jti", UUID.randomUUID().toString())
                    .subject(actorId.toString())
                    .upn(actorId.toString())
                    .claim("actor", actor())
                    .claim("role", role)
                    .claim("permissions", List.copyOf(permissions))
                    .claim("features", List.copyOf(features));
            if (tenantId != null) {
                claims.claim("tenant", tenantId.toString())
                        .claim("tenantSlug", "t-" + tenantId)
                        .claim("tenantStatus", tenantStatus);
            }
            return claims.jws().keyId(KEY_ID).sign(key);
        }

        private Map<String, Object> actor() {
            Map<String, Object> actor = new LinkedHashMap<>();
            actor.put("type", actorType);
            actor.put("id", actorId.toString());
            actor.put("name", actorName);
            if (memberId != null) {
                actor.put("memberId", memberId.toString());
            }
            return actor;
        }
    }

    /**
     * The tests, the application and the test resources each load this class by a class loader of their own; the system
     * properties are what they share.
     */
    private static final class Keys {
        static final KeyPair TRUSTED = shared("tertulia.test.passport-key");
        static final KeyPair FOREIGN = generate();

        private static KeyPair shared(String property) {
            synchronized (System.class) {
                String encoded = System.getProperty(property);
                if (encoded != null) {
                    return decode(encoded);
                }
                KeyPair keys = generate();
                Base64.Encoder base64 = Base64.getEncoder();
                System.setProperty(
                        property,
                        base64.encodeToString(keys.getPrivate().getEncoded()) + " "
                                + base64.encodeToString(keys.getPublic().getEncoded()));
                return keys;
            }
        }

        private static KeyPair decode(String encoded) {
            String[] parts = encoded.split(" ", 2);
            Base64.Decoder base64 = Base64.getDecoder();
            try {
                KeyFactory rsa = KeyFactory.getInstance("RSA");
                return new KeyPair(
                        rsa.generatePublic(new X509EncodedKeySpec(base64.decode(parts[1]))),
                        rsa.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(parts[0]))));
            } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
                throw new IllegalStateException(e);
            }
        }

        private static KeyPair generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
