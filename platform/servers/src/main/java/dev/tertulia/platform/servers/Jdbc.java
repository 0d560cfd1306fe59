package dev.tertulia.platform.servers;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

final class Jdbc {

    private Jdbc() {}

    /** The driver is asked itself: DriverManager hides it from classes that another class loader brought. */
    static Connection connect(DatabaseServer server, String database, String role, String password) {
        try {
            return tryConnect(server.host(), server.port(), database, role, password);
        } catch (SQLException e) {
            throw new ServerException(
                    "No connection to database %s as %s on port %d".formatted(database, role, server.port()), e);
        }
    }

    static Connection tryConnect(String host, int port, String database, String role, String password)
            throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection =
                new Driver().connect("jdbc:postgresql://%s:%d/%s".formatted(host, port, database), properties);
        if (connection == null) {
            throw new SQLException("The driver refused the address");
        }
        return connection;
    }
}
