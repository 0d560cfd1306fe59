package dev.tertulia.gateway.passport;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT says. Nothing is verified here: only for tokens that tenant-service has just accepted or given.
 */
public final class TokenClaims {
    private final JsonObject payload;

    private TokenClaims(JsonObject payload) {
        this.payload = payload;
    }

    /** Empty for what is no JWT, such as an opaque access token. */
    public static Optional<TokenClaims> of(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(token.substring(first + 1, second));
            return Optional.of(new TokenClaims(new JsonObject(new String(payload, StandardCharsets.UTF_8))));
        } catch (IllegalArgumentException | DecodeException e) {
            return Optional.empty();
        }
    }

    Optional<Instant> expiresAt() {
        return payload.getValue("exp") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** What the holder may do, to be compared. */
    public Rights rights() {
        return new Rights(text("role"), text("tenant"), texts("permissions"), texts("features"));
    }

    private @Nullable String text(String claim) {
        return payload.getValue(claim) instanceof String text ? text : null;
    }

    private Set<String> texts(String claim) {
        Set<String> texts = new TreeSet<>();
        if (payload.getValue(claim) instanceof JsonArray array) {
            array.forEach(item -> texts.add(String.valueOf(item)));
        }
        return texts;
    }

    /** Role, tenant, permissions and features of a passport. */
    public record Rights(
            @Nullable String role, @Nullable String tenant, Set<String> permissions, Set<String> features) {}
}
