package dev.tertulia.platform.web;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** A database with the tables of the test's service {@code web}. */
public final class WebDatabase implements QuarkusTestResourceLifecycleManager {
    private final TertuliaTestServers servers = new TertuliaTestServers();

    @Override
    public Map<String, String> start() {
        servers.init(Map.of("services", "web", "broker", "false"));
        Map<String, String> properties = servers.start();
        try (Connection owner = TestDatabase.as("web_owner");
                Statement statement = owner.createStatement()) {
            if (!exists(statement)) {
                statement.execute(migration());
                statement.execute("""
                        create table effect (
                          tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                          id uuid primary key default uuidv7(),
                          title text not null
                        );
                        grant select, insert on effect to web_service""");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    private static boolean exists(Statement statement) throws SQLException {
        return statement
                .executeQuery("select from pg_tables where schemaname = 'web' and tablename = 'effect'")
                .next();
    }

    private static String migration() {
        try (InputStream text =
                Objects.requireNonNull(WebDatabase.class.getResourceAsStream("/db/idempotency_key.sql"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("${flyway:defaultSchema}", "web");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
