package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.IdentityProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.Json;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Keycloak's administration about our realm, and no other. What goes wrong on the way is tried again, so that a
 * request may be made twice; where it stays wrong, it fails with {@link IdentityProblem#PROVIDER_AWAY}. A refusal is an
 * answer. Bodies are never logged: they hold passwords and people.
 */
@ApplicationScoped
public class KeycloakAdmin {
    private static final Logger LOG = Logger.getLogger(KeycloakAdmin.class);
    private static final Pattern ISSUER = Pattern.compile("(https?://.+)/realms/([^/]+)/?");
    private static final int MAX_ANSWER = 4 * 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final IdentityConfig config;
    private final HttpClient http;
    private final ServiceAccount account;
    private final String base;
    private final String realm;
    private volatile boolean away;

    KeycloakAdmin(Vertx vertx, IdentityConfig config, Clock clock) {
        Matcher issuer = ISSUER.matcher(config.issuer().toString());
        boolean ours = config.provider() == IdentityConfig.Provider.KEYCLOAK;
        if (ours && !issuer.matches()) {
            throw new IllegalArgumentException("OIDC_ISSUER_URL of a Keycloak ends in /realms/ and the realm's name");
        }
        this.config = config;
        this.base = strip(config.url().map(URI::toString).orElse(ours ? issuer.group(1) : ""));
        this.realm = ours ? issuer.group(2) : "";
        this.account = new ServiceAccount(config, clock, this::once);
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setMaxWaitQueueSize(config.connections() * 4),
                new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    public String realm() {
        return realm;
    }

    /** @param path within the realm, such as {@code /users?max=1}; empty for the realm itself */
    Uni<KeycloakAnswer> get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    Uni<KeycloakAnswer> post(String path, Object body) {
        return call(HttpMethod.POST, path, body);
    }

    Uni<KeycloakAnswer> put(String path, Object body) {
        return call(HttpMethod.PUT, path, body);
    }

    Uni<KeycloakAnswer> delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    /** For answers that no caller of ours can do anything about: the status is logged, and Keycloak counts as away. */
    static ProblemException unexpected(String what, KeycloakAnswer answer) {
        LOG.warnf("Keycloak answered %d to %s", answer.status(), what);
        return ProblemException.of(IdentityProblem.PROVIDER_AWAY);
    }

    private Uni<KeycloakAnswer> call(HttpMethod method, String path, @Nullable Object body) {
        Buffer bytes = body == null ? Buffer.buffer() : Buffer.buffer(Json.encode(body));
        return Uni.createFrom()
                .deferred(() -> authorized(method, "/admin/realms/" + realm + path, bytes))
                .onFailure(KeycloakTrouble.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(config.retries())
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure -> away(method, failure))
                .invoke(answer -> away = false);
    }

    /** A token that Keycloak has forgotten, as after a restart, is followed by a new one. */
    private Uni<KeycloakAnswer> authorized(HttpMethod method, String path, Buffer body) {
        return account.token(realm)
                .flatMap(token -> once(method, path, "application/json", token, body)
                        .flatMap(answer -> answer.status() == 401
                                ? account.tokenInsteadOf(token, realm)
                                        .flatMap(another -> once(method, path, "application/json", another, body))
                                : Uni.createFrom().item(answer)));
    }

    private Uni<KeycloakAnswer> once(
            HttpMethod method, String path, String contentType, @Nullable String token, Buffer body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(base + path)
                .setTimeout(config.answerTimeout().toMillis())
                .putHeader("Accept", "application/json")
                .putHeader("Content-Type", contentType);
        if (token != null) {
            options.putHeader("Authorization", "Bearer " + token);
        }
        return http.request(options)
                .flatMap(request -> request.send(body))
                .flatMap(KeycloakAdmin::read)
                .ifNoItem()
                .after(config.connectTimeout().plus(config.answerTimeout()))
                .fail()
                .onFailure(failure -> !(failure instanceof KeycloakTrouble))
                .transform(failure -> new KeycloakTrouble(failure.getClass().getSimpleName()));
    }

    private static Uni<KeycloakAnswer> read(HttpClientResponse response) {
        int status = response.statusCode();
        if (status >= 500 || status == 429) {
            response.request().reset();
            return Uni.createFrom().failure(new KeycloakTrouble("status " + status));
        }
        return response.toMulti()
                .collect()
                .in(Buffer::buffer, KeycloakAdmin::append)
                .map(body -> new KeycloakAnswer(status, response.getHeader("Location"), body.getDelegate()));
    }

    private static void append(Buffer all, Buffer part) {
        if (all.length() + part.length() > MAX_ANSWER) {
            throw new KeycloakTrouble("answers too much");
        }
        all.appendBuffer(part);
    }

    /** What is away stays away for a while, and jobs ask all the time: the first failure is told. */
    private ProblemException away(HttpMethod method, Throwable failure) {
        LOG.logf(
                away ? Logger.Level.DEBUG : Logger.Level.WARN,
                "Keycloak does not answer a %s: %s",
                method,
                failure.getMessage());
        away = true;
        return ProblemException.of(IdentityProblem.PROVIDER_AWAY).retryAfter(LONGEST_PAUSE);
    }

    private static String strip(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
