package dev.tertulia.platform.servers;

import java.sql.Connection;

/** A PostgreSQL server and its superuser. */
public interface DatabaseServer extends Server {

    String SUPERUSER = "postgres";

    String superuserPassword();

    /** A new connection of the superuser's, which row level security does not hold. The caller closes it. */
    default Connection superuser(String database) {
        return Jdbc.connect(this, database, SUPERUSER, superuserPassword());
    }

    /** A new connection of any role's. The caller closes it. */
    default Connection connect(String database, String role, String password) {
        return Jdbc.connect(this, database, role, password);
    }
}
