package dev.tertulia.tenant.passport;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How well somebody has shown who they are.
 *
 * @param secondFactor beside a password they have shown something that they have
 * @param providerOf the tenant by whose own identity provider they came
 */
record Assurance(boolean secondFactor, @Nullable UUID providerOf) {
    static final Assurance NONE = new Assurance(false, null);

    private static final String SECOND_FACTOR = "secondFactor";
    private static final String PROVIDER_OF = "providerOf";

    /** Whether a tenant that demands a second factor lets them in. What its own provider asks is the tenant's affair. */
    boolean satisfies(UUID tenant) {
        return secondFactor || tenant.equals(providerOf);
    }

    /** As a passport carries it on to those that are issued after it. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (secondFactor) {
            claims.put(SECOND_FACTOR, true);
        }
        if (providerOf != null) {
            claims.put(PROVIDER_OF, providerOf.toString());
        }
        return claims;
    }

    static Assurance read(JsonObject claims) {
        String provider = claims.getString(PROVIDER_OF);
        return new Assurance(
                claims.getBoolean(SECOND_FACTOR, false), provider == null ? null : UUID.fromString(provider));
    }
}
