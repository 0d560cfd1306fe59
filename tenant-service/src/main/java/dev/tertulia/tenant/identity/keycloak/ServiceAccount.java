package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.IdentityConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Signs us in at Keycloak, and again before the token ends. */
final class ServiceAccount {
    private static final String TOKEN_PATH = "/realms/%s/protocol/openid-connect/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);

    private final IdentityConfig config;
    private final Clock clock;
    private final Http http;
    private final AtomicReference<@Nullable Token> current = new AtomicReference<>();

    private record Token(String value, Instant until) {}

    @FunctionalInterface
    interface Http {
        Uni<KeycloakAnswer> call(
                HttpMethod method, String path, String contentType, @Nullable String token, Buffer body);
    }

    ServiceAccount(IdentityConfig config, Clock clock, Http http) {
        this.config = config;
        this.clock = clock;
        this.http = http;
    }

    Uni<String> token(String realm) {
        Token token = current.get();
        return token != null && clock.instant().isBefore(token.until())
                ? Uni.createFrom().item(token.value())
                : signIn(realm);
    }

    Uni<String> tokenInsteadOf(String refused, String realm) {
        Token token = current.get();
        if (token != null && token.value().equals(refused)) {
            current.compareAndSet(token, null);
        }
        return token(realm);
    }

    /** Several at once each sign in, which Keycloak does not mind: a session of a service account is none. */
    private Uni<String> signIn(String realm) {
        String secret = config.adminClientSecret().orElse("");
        String form = "grant_type=client_credentials&client_id=" + encode(config.adminClientId()) + "&client_secret="
                + encode(secret);
        return http.call(HttpMethod.POST, TOKEN_PATH.formatted(realm), FORM, null, Buffer.buffer(form))
                .map(answer -> {
                    JsonObject body = answer.object();
                    String value = body.getString("access_token");
                    if (!answer.isOk() || value == null) {
                        // The realm may not be there yet, or the secret is another.
                        throw new KeycloakTrouble("signing in as " + config.adminClientId() + ": " + answer.status());
                    }
                    Duration validFor = Duration.ofSeconds(body.getLong("expires_in", 60L));
                    current.set(new Token(value, clock.instant().plus(validFor).minus(RENEWED_BEFORE)));
                    return value;
                });
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
