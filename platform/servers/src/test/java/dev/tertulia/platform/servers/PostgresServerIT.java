package dev.tertulia.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @Test
    void acknowledgedRowsOutliveAKill() throws SQLException {
        try (var server = PostgresServer.temporary(PostgresServer.Settings.forTests())) {
            server.start();
            execute(server, "create table note(text text); insert into note values ('kept')");

            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.start();

            assertThat(query(server, "select text from note")).isEqualTo("kept");
        }
    }

    @Test
    void aPausedServerAnswersNothingUntilItIsResumed() throws Exception {
        try (var server = PostgresServer.temporary(PostgresServer.Settings.forTests())) {
            server.start();
            try (var connection = server.superuser("postgres")) {
                server.pause();
                var answer = CompletableFuture.supplyAsync(() -> answer(connection));
                assertThat(answer)
                        .failsWithin(Duration.ofMillis(300))
                        .withThrowableOfType(java.util.concurrent.TimeoutException.class);
                server.resume();
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("1");
            }
        }
    }

    @Test
    void aServerLeftBehindInTheDirectoryIsReplaced(@TempDir Path directory) throws SQLException {
        var settings = PostgresServer.Settings.forTests();
        var left = PostgresServer.in(directory, directory.resolve("postgres.log"), settings);
        left.start();
        execute(left, "create table note(text text); insert into note values ('kept')");

        try (var next = PostgresServer.in(directory, directory.resolve("postgres.log"), settings)) {
            next.start();

            assertThat(left.isRunning()).isFalse();
            assertThat(query(next, "select text from note")).isEqualTo("kept");
        }
        assertThat(directory.resolve("data/PG_VERSION")).exists();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aWrongPasswordIsRefused() {
        try (var server = PostgresServer.temporary(PostgresServer.Settings.forTests())) {
            server.start();

            assertThatThrownBy(() -> server.connect("postgres", "postgres", "wrong"))
                    .isInstanceOf(ServerException.class);
        }
    }

    @Test
    void aTakenPortIsOneLine() throws SQLException {
        try (var server = PostgresServer.temporary(PostgresServer.Settings.forTests())) {
            server.start();
            try (var second = PostgresServer.temporary(
                    new PostgresServer.Settings(server.port(), false, "secret", java.util.Map.of()))) {
                assertThatThrownBy(second::start)
                        .isInstanceOf(ServerException.class)
                        .hasMessage("Port %d, meant for PostgreSQL, is in use".formatted(server.port()));
            }
        }
    }

    @Test
    void aTemporaryServerLeavesNoData() throws Exception {
        var server = PostgresServer.temporary(PostgresServer.Settings.forTests());
        server.start();
        Path data = Path.of(query(server, "show data_directory"));
        assertThat(data).exists();

        server.close();

        assertThat(Files.exists(data)).isFalse();
    }

    private static String answer(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseServer server, String sql) throws SQLException {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
