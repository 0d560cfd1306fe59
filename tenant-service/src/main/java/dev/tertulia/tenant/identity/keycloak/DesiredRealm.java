package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.IdentityConfig;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What our realm is to be: {@code realm.json}, and what the installation says of the console. What is not named in it is
 * an operator's to choose.
 */
@ApplicationScoped
class DesiredRealm {
    static final String CONSOLE = "console";

    /** What looking after the realm takes, and no more: roles of the client {@code realm-management}. */
    static final Set<String> OUR_ROLES = Set.of(
            "manage-realm",
            "manage-users",
            "manage-clients",
            "manage-identity-providers",
            "manage-organizations",
            "view-events");

    /** What every realm comes with. */
    private static final Set<String> KEYCLOAKS_OWN =
            Set.of("account", "account-console", "admin-cli", "broker", "realm-management", "security-admin-console");

    private final JsonObject realm;
    private final IdentityConfig config;

    DesiredRealm(IdentityConfig config) {
        this.config = config;
        this.realm = read();
        JsonArray clients = realm.getJsonArray("clients");
        for (int i = 0; i < clients.size(); i++) {
            complete(clients.getJsonObject(i));
        }
    }

    private void complete(JsonObject client) {
        if (client.getString("clientId").equals(CONSOLE)) {
            var addresses =
                    config.consoleUrls().stream().map(DesiredRealm::below).toList();
            client.put("redirectUris", new JsonArray(addresses));
            client.put("directAccessGrantsEnabled", config.consolePasswordGrant());
        }
        if (client.getString("clientId").equals("tertulia-tenant-service")) {
            client.put("clientId", config.adminClientId());
        }
    }

    private static String below(String url) {
        return (url.endsWith("/") ? url : url + "/") + "*";
    }

    JsonObject settings() {
        return realm.getJsonObject("settings");
    }

    List<JsonObject> userProfile() {
        return list("userProfile");
    }

    /** Steps of the flows by which people sign in: {@code flow}, {@code step}, {@code requirement}, {@code config}. */
    List<JsonObject> steps() {
        return list("steps");
    }

    List<JsonObject> requiredActions() {
        return list("requiredActions");
    }

    List<JsonObject> clients() {
        return list("clients");
    }

    boolean knowsClient(String clientId) {
        return Stream.concat(KEYCLOAKS_OWN.stream(), clients().stream().map(client -> client.getString("clientId")))
                .collect(Collectors.toSet())
                .contains(clientId);
    }

    private List<JsonObject> list(String name) {
        JsonArray array = realm.getJsonArray(name);
        return IntStream.range(0, array.size()).mapToObj(array::getJsonObject).toList();
    }

    private static JsonObject read() {
        try (InputStream in = DesiredRealm.class.getResourceAsStream("realm.json")) {
            if (in == null) {
                throw new IllegalStateException("realm.json is missing");
            }
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
