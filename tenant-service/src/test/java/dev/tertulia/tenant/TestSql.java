package dev.tertulia.tenant;

import dev.tertulia.platform.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Looks into the database past all its rules, and changes what only time would change. */
public final class TestSql {
    private TestSql() {}

    /** Nothing is on record of it: the triggers do not run. */
    public static void execute(String sql, Object... arguments) {
        try (Connection superuser = TestDatabase.superuser();
                Statement settings = superuser.createStatement()) {
            settings.execute("set session_replication_role = replica");
            try (PreparedStatement statement = prepared(superuser, sql, arguments)) {
                statement.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row; what is null is "". */
    public static String text(String sql, Object... arguments) {
        try (Connection superuser = TestDatabase.superuser();
                PreparedStatement statement = prepared(superuser, sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new AssertionError("No row: " + sql);
            }
            String text = rows.getString(1);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static int number(String sql, Object... arguments) {
        return Integer.parseInt(text(sql, arguments));
    }

    public static UUID tenant(String slug) {
        return UUID.fromString(text("select tenant_id from tenant.tenant where slug = ?", slug));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
