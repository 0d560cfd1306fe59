package dev.tertulia.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.servers.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keycloak with our realm and nothing else beside it, for the tests of those who talk to it. */
public final class LoneKeycloak implements AutoCloseable {

    private final StackSettings settings;
    private final Realm.Secrets secrets;
    private final Realm realm;
    private final PostgresServer postgres;
    private final JavaServer keycloak;

    /** @param data a folder of its own, for secrets and logs */
    public LoneKeycloak(Path data) {
        this.settings = StackSettings.forTests(data, data);
        var drawn = StackSecrets.in(data);
        this.secrets = Realm.Secrets.of(drawn);
        this.realm = new Realm(settings.ports());
        this.postgres = PostgresServer.temporary(
                new PostgresServer.Settings(settings.ports().database(), false, "superuser's password", Map.of()));
        postgres.start();
        Keycloak.provision(postgres, drawn);
        this.keycloak = new Keycloak(settings, drawn).server();
        keycloak.start();
        realm.ensure(secrets, List.of());
    }

    public String issuer() {
        return Realm.issuer(settings.ports());
    }

    public String tenantServiceSecret() {
        return secrets.tenantServiceSecret();
    }

    /** Does what no service of ours may: as the administrator of all realms. */
    public JsonNode administer(String method, String path, @Nullable JsonNode body) {
        return realm.administration(secrets)
                .call(method, "/admin/realms" + path, body)
                .body();
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }
}
