package dev.tertulia.tenant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider that signs whatever tokens a test wants. Tests and test resources are loaded by several class
 * loaders, so they meet in the system properties.
 */
public class TestIdentityProvider implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "tertulia.test.oidc.issuer";
    private static final String PRIVATE_KEY = "tertulia.test.oidc.key";
    private static final String KEY_ID = "test-oidc";

    private @Nullable HttpServer server;

    /** An access token as Keycloak gives it to someone whose address it has verified. */
    public static Token token(String subject, String email) {
        return new Token(subject, email);
    }

    @Override
    public Map<String, String> start() {
        try {
            KeyPair keys = generate();
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String issuer = "http://127.0.0.1:" + started.getAddress().getPort() + "/realms/tertulia";
            System.setProperty(ISSUER, issuer);
            started.createContext(
                    "/realms/tertulia/.well-known/openid-configuration",
                    exchange -> answer(exchange, """
                    {"issuer":"%1$s","jwks_uri":"%1$s/certs","token_endpoint":"%1$s/token"}""".formatted(issuer)));
            String keySet = keySet((RSAPublicKey) keys.getPublic());
            started.createContext("/realms/tertulia/certs", exchange -> answer(exchange, keySet));
            started.start();
            server = started;
            return Map.of("OIDC_ISSUER_URL", issuer, "PLATFORM_ADMINS", "root@tertulia.test,subject-of-root");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String keySet(RSAPublicKey key) {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey trustedKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An access token in the making. */
    public static final class Token {
        private final JsonObject claims;
        private Instant expiresAt = Instant.now().plus(Duration.ofMinutes(5));
        private PrivateKey key = trustedKey();

        private Token(String subject, String email) {
            claims = new JsonObject()
                    .put("iss", System.getProperty(ISSUER))
                    .put("aud", "tertulia")
                    .put("sub", subject)
                    .put("email", email)
                    .put("email_verified", true)
                    .put("name", "Name of " + email);
        }

        public Token with(String claim, Object value) {
            claims.put(claim, value);
            return this;
        }

        public Token without(String claim) {
            claims.remove(claim);
            return this;
        }

        public Token platformAdmin() {
            return with("realm_access", Map.of("roles", List.of("offline_access", "platform_admin")));
        }

        public Token expired() {
            expiresAt = Instant.now().minus(Duration.ofMinutes(1));
            return this;
        }

        public Token signedWithAnotherKey() {
            key = generate().getPrivate();
            return this;
        }

        public String sign() {
            JwtClaimsBuilder token = Jwt.claims(claims.getMap())
                    .issuedAt(expiresAt.minus(Duration.ofMinutes(5)))
                    .expiresAt(expiresAt);
            return token.jws().keyId(KEY_ID).sign(key);
        }
    }
}
