package dev.tertulia.platform.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Does what an operator does before a service's first start: database, extensions, schemas and roles. Repeatable. */
public final class Provisioning {

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String WRONG_OBJECT_TYPE = "42809";
    private static final String TEMPLATES = "/dev/tertulia/platform/tenancy/";

    private final DatabaseServer server;
    private final String database;

    private Provisioning(DatabaseServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Creates the database, if it is not there, and what all services need in it. Its order of texts and its upper and
     * lower case are Unicode's by code point, the same on every system.
     */
    public static Provisioning database(DatabaseServer server, String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database's name: " + name);
        }
        var provisioning = new Provisioning(server, name);
        provisioning.createIfMissing();
        provisioning.run(template("provision-database.sql"));
        return provisioning;
    }

    /** Creates the service's schema and roles, or sets the passwords of those that are there. */
    public Provisioning service(ServiceRoles roles) {
        run(template("provision-service.sql")
                .replace("${service}", roles.service())
                .replace("${ownerPassword}", quoted(roles.ownerPassword()))
                .replace("${servicePassword}", quoted(roles.servicePassword()))
                .replace("${relayPassword}", quoted(roles.relayPassword()))
                .replace("${platformPassword}", quoted(roles.platformPassword())));
        return this;
    }

    private void createIfMissing() {
        try (Connection connection = server.superuser(DatabaseServer.SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("select from pg_database where datname = '" + database + "'")
                    .next()) {
                create(statement);
            }
        } catch (SQLException e) {
            throw new ServerException("Cannot create database " + database + ": " + e.getMessage(), e);
        }
    }

    private void create(Statement statement) throws SQLException {
        String create = "create database %s template template0 encoding 'UTF8' lc_collate 'C' lc_ctype '%s'"
                + " locale_provider builtin builtin_locale 'C.UTF-8'";
        try {
            // Trigram indexes ask the system, not PostgreSQL's own locale, what a letter is: by "C" only ASCII has any.
            statement.execute(create.formatted(database, "C.UTF-8"));
        } catch (SQLException e) {
            if (!WRONG_OBJECT_TYPE.equals(e.getSQLState())) {
                throw e;
            }
            // The system has no such locale; searching other scripts is right without it, and slower.
            statement.execute(create.formatted(database, "C"));
        }
    }

    private void run(String script) {
        try (Connection connection = server.superuser(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
        } catch (SQLException e) {
            // The message may quote the statement, and with it a password.
            throw new ServerException(
                    "Provisioning of database %s failed with SQLSTATE %s".formatted(database, e.getSQLState()));
        }
    }

    private static String quoted(String password) {
        return password.replace("'", "''");
    }

    private static String template(String name) {
        try (InputStream in = Provisioning.class.getResourceAsStream(TEMPLATES + name)) {
            if (in == null) {
                throw new ServerException("Missing on the class path: " + TEMPLATES + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServerException("Cannot read " + name, e);
        }
    }
}
