package dev.tertulia.platform.events.probe;

import dev.tertulia.platform.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is in the probe's tables, past row level security. */
public final class Tables {
    private Tables() {}

    /** The first column of what the statement selects, as text. */
    public static List<String> select(String sql, Object... values) {
        try (Connection connection = TestDatabase.superuser()) {
            connection.setSchema("probe");
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static long count(String sql, Object... values) {
        return Long.parseLong(select(sql, values).getFirst());
    }

    public static void execute(String sql) {
        try (Connection connection = TestDatabase.superuser()) {
            connection.setSchema("probe");
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
