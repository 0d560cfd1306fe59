package dev.tertulia.platform.testkit;

import java.sql.Connection;

/** The one database of the tests, with each service's schema and roles as an operator would provision them. */
public final class TestDatabase {

    public static final String NAME = "tertulia";

    private TestDatabase() {}

    /** A connection that row level security does not hold, to arrange and look at what no service may. */
    public static Connection superuser() {
        return TestServers.database().superuser(NAME);
    }

    /** A connection of a role such as {@code messaging_service}, as the service itself has it. */
    public static Connection as(String role) {
        return TestServers.database().connect(NAME, role, password(role));
    }

    /** Another than what a service would take by default, so that a wrongly named variable is noticed here. */
    static String password(String role) {
        return "test-" + role;
    }
}
