package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.DatabaseServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The identity provider of the local stack, in a database of its own on the same PostgreSQL. */
final class Keycloak {

    private static final String DATABASE = "keycloak";
    private static final List<String> JVM =
            List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final StackSettings settings;
    private final StackSecrets secrets;

    Keycloak(StackSettings settings, StackSecrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    JavaServer server() {
        int port = settings.ports().keycloak();
        var command = List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                // The issuer in every token, whichever address it was asked for at.
                "--hostname=http://localhost:" + port,
                "--db-url=jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(settings.ports().database(), DATABASE),
                "--db-username=" + DATABASE,
                "--db-pool-max-size=20",
                "--log-level=warn");
        return new JavaServer(
                new JavaServer.Program(
                        Stack.KEYCLOAK,
                        port,
                        "/realms/master",
                        () -> KeycloakDistribution.prepared().arguments(JVM, command),
                        Map.of(
                                "KC_DB_PASSWORD", secrets.get("database.keycloak"),
                                "KC_BOOTSTRAP_ADMIN_USERNAME", Realm.ADMINISTRATOR,
                                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("keycloak.admin"))),
                settings.data());
    }

    static void provision(DatabaseServer server, StackSecrets secrets) {
        try (var connection = server.superuser(DatabaseServer.SUPERUSER);
                var statement = connection.createStatement()) {
            try (var databases = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (databases.next()) {
                    return;
                }
            }
            // An interrupted start may have left the role, which owns nothing yet.
            statement.execute("drop role if exists " + DATABASE);
            statement.execute(
                    "create role %s login password '%s'".formatted(DATABASE, secrets.get("database.keycloak")));
            statement.execute("create database %1$s owner %1$s".formatted(DATABASE));
            statement.execute("revoke all on database %s from public".formatted(DATABASE));
        } catch (SQLException e) {
            throw new StackException("Keycloak's database could not be created: " + e.getSQLState(), e);
        }
    }
}
