package dev.tertulia.gateway.passport;

import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.call.Troubles;
import dev.tertulia.gateway.route.Route;
import dev.tertulia.gateway.route.RoutingTable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks tenant-service for passports. Fails with {@link AuthorityAwayException} if it gives no usable answer in time. */
@Singleton
public class PassportAuthority {
    private static final String GATEWAY_SECRET = "X-Gateway-Secret";
    private static final int MIN_SECRET_LENGTH = 16;
    private static final String GATEWAY_NOT_KNOWN = "gateway-only";
    private static final String PROBLEM_PREFIX = "/problems/";

    private final Vertx vertx;
    private final HttpClient client;
    private final URI url;
    private final PassportConfig config;
    private final Clock clock;
    private final Troubles troubles;

    PassportAuthority(Vertx vertx, RoutingTable routing, PassportConfig config, Clock clock, Troubles troubles) {
        if (config.secret().length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException("GATEWAY_SECRET needs at least 16 characters");
        }
        URI service = routing.services().get(config.service());
        if (service == null) {
            throw new IllegalArgumentException("The routing has no service that issues passports");
        }
        this.vertx = vertx;
        this.url = service;
        this.config = config;
        this.clock = clock;
        this.troubles = troubles;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setMaxWaitQueueSize(config.maxConnections() * 16),
                new PoolOptions().setHttp1MaxSize(config.maxConnections()));
    }

    /** A first passport for a credential. */
    Future<PassportAnswer> issue(Credential credential) {
        JsonObject body = new JsonObject()
                .put(
                        "credential",
                        new JsonObject().put("type", credential.type()).put("value", credential.value()));
        if (credential.tenant() != null) {
            body.put("tenant", credential.tenant());
        }
        if (credential.tenantOptional()) {
            body.put("tenantOptional", true);
        }
        return ask("/internal/passports", body, null);
    }

    /** The same passport anew if its holder is still what it says; a refusal if not. */
    public Future<PassportAnswer> renew(Passport passport) {
        return ask("/internal/passports/renew", new JsonObject().put("passport", passport.token()), passport);
    }

    private Future<PassportAnswer> ask(String path, JsonObject body, @Nullable Passport before) {
        Instant askedAt = clock.instant();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(Route.host(url))
                .setPort(Route.port(url))
                .setSsl(Route.isSecure(url))
                .setURI(path)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis())
                .putHeader(GATEWAY_SECRET, config.secret())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json");
        return client.request(options)
                .compose(request -> send(request, body))
                .map(reply -> answer(reply, askedAt, before))
                .recover(failure -> Future.failedFuture(away(failure)));
    }

    /** The idle timeout alone would let an answer drip in for ever. */
    private Future<Reply> send(HttpClientRequest request, JsonObject body) {
        long deadline = vertx.setTimer(
                config.timeout().toMillis(),
                fired -> request.reset(0, new TimeoutException("No whole answer in time")));
        return request.send(body.toBuffer())
                .compose(PassportAuthority::read)
                .onComplete(done -> vertx.cancelTimer(deadline));
    }

    private static Future<Reply> read(HttpClientResponse response) {
        return response.body().map(body -> new Reply(response.statusCode(), body));
    }

    private PassportAnswer answer(Reply reply, Instant askedAt, @Nullable Passport before) {
        JsonObject json = json(reply.body());
        return switch (reply.status()) {
            case 200 -> passport(json, askedAt, before);
            case 400, 401, 403 -> new PassportAnswer.Refused(problem(reply.status(), json));
            default -> throw new AuthorityAwayException("status " + reply.status(), null);
        };
    }

    private static Passport passport(JsonObject json, Instant askedAt, @Nullable Passport before) {
        try {
            String token = json.getString("passport");
            Instant expiresAt = Instant.parse(json.getString("expiresAt"));
            String tenantId = json.getString("tenantId", before == null ? null : before.tenantId());
            if (token.isEmpty() || !token.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
                throw new AuthorityAwayException("the answer holds no token", null);
            }
            return new Passport(token, expiresAt, tenantId, askedAt);
        } catch (NullPointerException | ClassCastException | DateTimeException e) {
            throw new AuthorityAwayException("the answer cannot be read", e);
        }
    }

    /** The reason as tenant-service gives it, in our own words where it gives none. */
    private static Problem problem(int status, JsonObject json) {
        String type = text(json, "type");
        if (type == null || !type.matches(PROBLEM_PREFIX + "[a-z0-9-]{1,64}")) {
            return status == 401
                    ? Credential.unauthenticated(null)
                    : new Problem("credential-refused", status, "The credential gives no access here", null);
        }
        String code = type.substring(PROBLEM_PREFIX.length());
        if (code.equals(GATEWAY_NOT_KNOWN)) {
            throw new AuthorityAwayException("GATEWAY_SECRET is not the one of tenant-service", null);
        }
        String title = text(json, "title");
        Problem problem = new Problem(code, status, title == null ? "Refused" : title, text(json, "detail"));
        return status == 401 ? problem.with("WWW-Authenticate", "Bearer") : problem;
    }

    private static @Nullable String text(JsonObject json, String key) {
        return json.getValue(key) instanceof String text ? text : null;
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : new JsonObject(body);
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }

    private AuthorityAwayException away(Throwable failure) {
        AuthorityAwayException away = failure instanceof AuthorityAwayException already
                ? already
                : new AuthorityAwayException(failure.getClass().getSimpleName(), failure);
        troubles.report("passports", String.valueOf(away.getMessage()));
        return away;
    }

    private record Reply(int status, Buffer body) {}
}
