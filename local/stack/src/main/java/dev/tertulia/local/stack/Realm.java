package dev.tertulia.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The realm {@code tertulia} of the local Keycloak: created with its client and users, and kept as it was changed. */
final class Realm {

    static final String NAME = "tertulia";
    static final String CLIENT = "console";
    static final String ADMINISTRATOR = "admin";
    static final String TENANT_SERVICE = "tertulia-tenant-service";

    private static final String TOKEN_PATH = "/realms/%s/protocol/openid-connect/token";
    private static final int CONSOLE_DEV_SERVER = 5173;

    private final Http keycloak;
    private final StackPorts ports;

    /** Who made the realm, and may do everything in any; and tenant-service, which looks after this one. */
    record Secrets(String administratorPassword, String tenantServiceSecret) {

        static Secrets of(StackSecrets secrets) {
            return new Secrets(secrets.get("keycloak.admin"), secrets.get("keycloak.tenant-service"));
        }
    }

    Realm(StackPorts ports) {
        this.keycloak = new Http("http://127.0.0.1:" + ports.keycloak(), null);
        this.ports = ports;
    }

    static String issuer(StackPorts ports) {
        return "http://localhost:%d/realms/%s".formatted(ports.keycloak(), NAME);
    }

    static String tokenPath() {
        return TOKEN_PATH.formatted(NAME);
    }

    /** An access token of the user's, by password. */
    String token(DemoUser user) {
        return keycloak.token(tokenPath(), CLIENT, user.email(), DemoUser.PASSWORD);
    }

    void ensure(Secrets secrets, List<DemoUser> users) {
        Http admin = administration(secrets);
        if (admin.call("GET", "/admin/realms/" + NAME, null, 404).status() == 404) {
            create(admin, users);
        }
        change(admin, TENANT_SERVICE, client -> client.put("secret", secrets.tenantServiceSecret()));
        // The ports may be others than last time.
        allowRedirects(admin);
    }

    Http administration(Secrets secrets) {
        return keycloak.as(keycloak.token(
                TOKEN_PATH.formatted("master"), "admin-cli", ADMINISTRATOR, secrets.administratorPassword()));
    }

    private void create(Http admin, List<DemoUser> users) {
        ObjectNode realm = Json.resource("realm.json").deepCopy();
        var list = realm.withArray("users");
        users.forEach(user -> list.add(user.representation()));
        admin.call("POST", "/admin/realms", realm);
        // Every realm comes with it, and with the password grant allowed to it.
        change(admin, "admin-cli", client -> client.put("directAccessGrantsEnabled", false));
    }

    private void allowRedirects(Http admin) {
        change(admin, CLIENT, client -> {
            var redirects = client.putArray("redirectUris");
            redirects.add("http://localhost:%d/*".formatted(ports.gateway()));
            redirects.add("http://localhost:%d/*".formatted(CONSOLE_DEV_SERVER));
        });
    }

    private static void change(Http admin, String clientId, java.util.function.Consumer<ObjectNode> change) {
        String clients = "/admin/realms/%s/clients".formatted(NAME);
        JsonNode found = admin.call("GET", clients + "?clientId=" + clientId, null)
                .body()
                .path(0);
        if (found.isMissingNode()) {
            throw new StackException("The realm has no client %s: ./dev reset has it made anew".formatted(clientId));
        }
        ObjectNode changed = found.deepCopy();
        change.accept(changed);
        if (!changed.equals(found)) {
            admin.call("PUT", clients + "/" + found.path("id").asText(), changed);
        }
    }
}
