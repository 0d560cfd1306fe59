package dev.tertulia.system;

import dev.tertulia.local.stack.Progress;
import dev.tertulia.local.stack.Stack;
import dev.tertulia.local.stack.StackSettings;
import dev.tertulia.platform.servers.DatabaseServer;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stack of this JVM's tests: started by the first, on ports and in a folder of its own, stopped at the end. */
final class RunningStack {
    private static @Nullable RunningStack running;

    final Stack stack;
    private final Path data;

    private RunningStack() {
        Path root = Path.of(System.getProperty("tertulia.root"));
        try {
            // Beside the checkout's own stack rather than in the system's folder, which may be small.
            Path parent = Files.createDirectories(root.resolve("system-tests/target"));
            data = Files.createTempDirectory(parent, "stack");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stack = new Stack(StackSettings.forTests(root, data), new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(true);
    }

    static synchronized RunningStack get() {
        if (running == null) {
            running = new RunningStack();
        }
        return running;
    }

    /** A folder of the stack's data. */
    Path data(String folder) {
        return data.resolve(folder);
    }

    /** A request to the gateway by nobody. */
    RequestSpecification anyone() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(stack.ports().gateway());
    }

    /** A request to the gateway by a demo user, such as {@code agent1@acme.test}. */
    RequestSpecification as(String email) {
        return anyone().auth().oauth2(stack.token(email)).contentType("application/json");
    }

    /** A request to the simulator's control. */
    RequestSpecification simulator() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(stack.ports().simulator())
                .basePath("/simulator/api")
                .contentType("application/json");
    }

    /** One number that a superuser counts past row level security, over the rows of one channel or tenant. */
    long count(String sql, UUID of) {
        var database = (DatabaseServer) stack.part(Stack.POSTGRES);
        try (Connection superuser = database.superuser("tertulia");
                var query = superuser.prepareStatement(sql)) {
            query.setObject(1, of);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
