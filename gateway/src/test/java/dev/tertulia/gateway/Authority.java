package dev.tertulia.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What tenant-service does within {@code /internal/passports}: who holds what is told to it by each test. */
public final class Authority {
    public static final String SECRET = "a-secret-of-the-tests";

    private final Vertx vertx;
    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile boolean hanging;
    private volatile boolean broken;

    Authority(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Someone known, by a new credential. */
    public Holder someone() {
        Holder holder = new Holder("credential-" + UUID.randomUUID());
        holders.put(holder.credential, holder);
        return holder;
    }

    /** Another credential for someone. */
    public void alsoKnownBy(Holder holder, String credential) {
        holders.put(credential, holder);
    }

    /** How often a first passport was asked for with a credential. */
    public int askedFor(String credential) {
        AtomicInteger count = asked.get(credential);
        return count == null ? 0 : count.get();
    }

    /** Whether questions are left without an answer. */
    public void hang(boolean hang) {
        hanging = hang;
    }

    /** Whether questions are answered with a 500. */
    public void breakDown(boolean breakDown) {
        broken = breakDown;
    }

    boolean isMine(HttpServerRequest request) {
        return request.path().startsWith("/internal/passports");
    }

    void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (!SECRET.equals(request.getHeader("X-Gateway-Secret"))) {
                refuse(request, 401, "gateway-only", "Only the gateway may ask this");
            } else if (broken) {
                request.response().setStatusCode(500).end();
            } else if (!hanging && request.path().endsWith("/renew")) {
                renew(request, body.toJsonObject());
            } else if (request.path().endsWith("/passports")) {
                issue(request, body.toJsonObject());
            }
        });
    }

    private void issue(HttpServerRequest request, JsonObject body) {
        JsonObject credential = body.getJsonObject("credential");
        String value = credential.getString("value");
        asked.computeIfAbsent(value, unknown -> new AtomicInteger()).incrementAndGet();
        if (hanging) {
            return;
        }
        Holder holder = holders.get(value);
        if (holder == null) {
            refuse(request, 401, "unauthenticated", "Sign in first");
            return;
        }
        holder.lastAskedOptionally = body.getBoolean("tenantOptional", false);
        vertx.setTimer(
                Math.max(1, holder.delay.toMillis()), waited -> answer(request, holder, body.getString("tenant")));
    }

    private void renew(HttpServerRequest request, JsonObject body) {
        String[] parts = body.getString("passport").split("\\.", -1);
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        Holder holder = holders.get(claims.getString("sub"));
        if (holder == null) {
            refuse(request, 401, "unauthenticated", "Sign in first");
        } else {
            holder.renewals.incrementAndGet();
            answer(request, holder, holder.tenant);
        }
    }

    private static void answer(HttpServerRequest request, Holder holder, @Nullable String tenant) {
        if (holder.refusal != 0) {
            refuse(request, holder.refusal, "no-membership", "You are not a member");
            return;
        }
        Instant expiresAt = Instant.now().plus(holder.validFor);
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("passport", holder.passport(tenant))
                        .put("expiresAt", expiresAt.toString())
                        .put("tenantId", holder.tenantId.toString())
                        .encode());
    }

    private static void refuse(HttpServerRequest request, int status, String code, String title) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "/problems/" + code)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", "As tenant-service says it.")
                        .put("traceId", "of-tenant-service")
                        .encode());
    }

    /** Someone who has a credential, and what becomes of them. */
    public final class Holder {
        public final String credential;
        public final UUID tenantId = UUID.randomUUID();
        public final AtomicInteger renewals = new AtomicInteger();
        public volatile String tenant = "acme";
        public volatile String role = "agent";
        public volatile List<String> permissions = List.of("conversations:read");
        public volatile List<String> features = List.of("conversations", "sales");
        public volatile Duration validFor = Duration.ofMinutes(5);
        public volatile Duration delay = Duration.ZERO;
        public volatile int refusal;
        public volatile boolean lastAskedOptionally;

        private Holder(String credential) {
            this.credential = credential;
        }

        public String bearer() {
            return "Bearer " + credential;
        }

        /** From now on refused, at renewals as well. */
        public void revoke() {
            refusal = 403;
        }

        String passport(@Nullable String tenantSlug) {
            JsonObject claims = new JsonObject()
                    .put("sub", credential)
                    .put("tenant", tenantId.toString())
                    .put("tenantSlug", tenantSlug == null ? tenant : tenantSlug)
                    .put("role", role)
                    .put("iat", System.nanoTime())
                    .put("permissions", new JsonArray(permissions))
                    .put("features", new JsonArray(features));
            return "header."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(claims.toBuffer().getBytes()) + ".signature";
        }
    }
}
