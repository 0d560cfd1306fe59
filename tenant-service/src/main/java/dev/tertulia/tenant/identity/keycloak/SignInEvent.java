package dev.tertulia.tenant.identity.keycloak;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak has noted of how somebody signs in, as far as it is of interest to their tenants.
 *
 * @param action as the audit says it
 * @param subject who it is about
 */
record SignInEvent(
        UUID id,
        Instant time,
        String action,
        String subject,
        @Nullable String ip,
        Map<String, Object> details) {

    /** Empty for what is about nobody, or of no interest. */
    static Optional<SignInEvent> from(JsonObject event) {
        String id = event.getString("id");
        String subject = event.getString("userId");
        String action = action(event.getString("type", ""));
        if (id == null || subject == null || action == null) {
            return Optional.empty();
        }
        return Optional.of(new SignInEvent(
                id(event, id), time(event), action, subject, event.getString("ipAddress"), details(event)));
    }

    /**
     * An application that asks for its session again, as a page does that is loaded anew, is told of by Keycloak as another
     * sign-in: those of one session and client are one here.
     */
    private static UUID id(JsonObject event, String id) {
        String session = event.getString("sessionId");
        return session != null && "LOGIN".equals(event.getString("type"))
                ? UUID.nameUUIDFromBytes((session + " " + event.getString("clientId")).getBytes(StandardCharsets.UTF_8))
                : UUID.fromString(id);
    }

    static Instant time(JsonObject event) {
        return Instant.ofEpochMilli(event.getLong("time", 0L));
    }

    private static @Nullable String action(String type) {
        return switch (type) {
            case "LOGIN" -> "signed-in";
            case "LOGIN_ERROR" -> "sign-in-failed";
            case "LOGOUT" -> "signed-out";
            case "UPDATE_CREDENTIAL" -> "credential-changed";
            case "REMOVE_CREDENTIAL" -> "credential-removed";
            case "UPDATE_EMAIL" -> "email-changed";
            case "FEDERATED_IDENTITY_LINK" -> "identity-provider-linked";
            case "REMOVE_FEDERATED_IDENTITY" -> "identity-provider-unlinked";
            case "USER_DISABLED_BY_TEMPORARY_LOCKOUT" -> "locked-out";
            default -> null;
        };
    }

    /** Nothing of what Keycloak says of tokens, addresses or sessions. */
    private static Map<String, Object> details(JsonObject event) {
        JsonObject details = event.getJsonObject("details", new JsonObject());
        Map<String, Object> chosen = new LinkedHashMap<>();
        chosen.put("at", time(event).toString());
        put(chosen, "client", event.getString("clientId"));
        put(chosen, "credential", details.getString("credential_type"));
        put(chosen, "identityProvider", details.getString("identity_provider"));
        put(chosen, "reason", event.getString("error"));
        return chosen;
    }

    private static void put(Map<String, Object> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
