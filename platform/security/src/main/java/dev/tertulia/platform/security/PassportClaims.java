package dev.tertulia.platform.security;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a caller is written into a passport and read out of it. */
public final class PassportClaims {
    public static final String ISSUER = "tertulia";
    public static final String AUDIENCE = "tertulia-services";

    private static final String TENANT = "tenant";
    private static final String TENANT_SLUG = "tenantSlug";
    private static final String TENANT_STATUS = "tenantStatus";
    private static final String ACTOR = "actor";
    private static final String ROLE = "role";
    private static final String PERMISSIONS = "permissions";
    private static final String FEATURES = "features";

    private PassportClaims() {}

    /** What a passport says beside issuer, audience, times and id. */
    public static Map<String, Object> write(Caller caller) {
        Map<String, Object> claims = new LinkedHashMap<>();
        String actorId = caller.actor().id().toString();
        claims.put("sub", actorId);
        claims.put("upn", actorId);
        if (caller.tenant() != null) {
            claims.put(TENANT, caller.tenant().id().toString());
            claims.put(TENANT_SLUG, caller.tenant().slug());
            claims.put(TENANT_STATUS, caller.tenant().status());
        }
        claims.put(ACTOR, write(caller.actor()));
        if (caller.role() != null) {
            claims.put(ROLE, caller.role().wireName());
        }
        claims.put(PERMISSIONS, List.copyOf(new TreeSet<>(caller.permissions())));
        claims.put(FEATURES, List.copyOf(new TreeSet<>(caller.features())));
        return claims;
    }

    static Map<String, Object> write(Actor actor) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("type", actor.type().wireName());
        claim.put("id", actor.id().toString());
        claim.put("name", actor.name());
        if (actor.memberId() != null) {
            claim.put("memberId", actor.memberId().toString());
        }
        return claim;
    }

    /** Fails with {@link IllegalArgumentException} when the claims are not those of a passport. */
    public static Caller read(JsonObject claims) {
        try {
            Role role = claims.containsKey(ROLE) ? Role.of(text(claims, ROLE)) : null;
            return new Caller(
                    tenant(claims),
                    actor(claims.getJsonObject(ACTOR)),
                    role,
                    texts(claims.getJsonArray(PERMISSIONS)),
                    texts(claims.getJsonArray(FEATURES)));
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("A claim of the passport has another type", e);
        }
    }

    private static @Nullable CallerTenant tenant(JsonObject claims) {
        if (!claims.containsKey(TENANT)) {
            return null;
        }
        return new CallerTenant(
                UUID.fromString(text(claims, TENANT)), text(claims, TENANT_SLUG), text(claims, TENANT_STATUS));
    }

    private static Actor actor(@Nullable JsonObject claim) {
        if (claim == null) {
            throw missing(ACTOR);
        }
        String memberId = claim.getString("memberId");
        return new Actor(
                Actor.Type.of(text(claim, "type")),
                UUID.fromString(text(claim, "id")),
                text(claim, "name"),
                memberId == null ? null : UUID.fromString(memberId));
    }

    private static Set<String> texts(@Nullable JsonArray claim) {
        return claim == null ? Set.of() : claim.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static String text(JsonObject claims, String name) {
        String value = claims.getString(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private static IllegalArgumentException missing(String claim) {
        return new IllegalArgumentException("The passport lacks the claim " + claim);
    }
}
