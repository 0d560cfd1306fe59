package dev.tertulia.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestServersIT {

    @Test
    void anotherClassLoaderGetsTheSameServers() throws Exception {
        int port = TestServers.database().port();

        Class<?> other = new FreshLoader().loadClass(TestServers.class.getName());
        assertThat(other).isNotSameAs(TestServers.class);
        Object database = other.getMethod("database").invoke(null);

        Class<?> type = other.getClassLoader().loadClass("dev.tertulia.platform.servers.DatabaseServer");
        assertThat(type.getMethod("port").invoke(database)).isEqualTo(port);
        assertThat(type.getMethod("isRunning").invoke(database)).isEqualTo(true);
        try (var connection =
                (java.sql.Connection) type.getMethod("superuser", String.class).invoke(database, TestDatabase.NAME)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void aServiceIsConfiguredUnderItsUsualNames() throws SQLException {
        var servers = new TertuliaTestServers();
        servers.init(Map.of("services", "sample"));

        Map<String, String> properties = servers.start();

        assertThat(properties)
                .containsEntry(
                        "DATABASE_PORT", Integer.toString(TestServers.database().port()))
                .containsEntry("DATABASE_NAME", "tertulia")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", TestServers.broker().bootstrapServers())
                .containsEntry("SAMPLE_SERVICE_PASSWORD", "test-sample_service");
        try (var connection = TestDatabase.as("sample_service")) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void aKilledDatabaseComesBackUnderItsAddress() throws SQLException {
        var database = TestServers.database();

        database.kill();
        assertThatThrownBy(TestDatabase::superuser).isInstanceOf(dev.tertulia.platform.servers.ServerException.class);
        database.start();

        try (var connection = TestDatabase.superuser()) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    /** Defines our classes anew, as Quarkus does for each test profile. */
    private static final class FreshLoader extends ClassLoader {

        FreshLoader() {
            super(TestServersIT.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.tertulia.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
