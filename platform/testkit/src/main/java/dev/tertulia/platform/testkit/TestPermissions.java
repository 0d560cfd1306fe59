package dev.tertulia.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** What a role permits, out of the same file that the product reads; every service has it on its class path. */
final class TestPermissions {
    private static final String TABLE = "dev/tertulia/platform/security/role-permissions.properties";

    private TestPermissions() {}

    static Set<String> of(String role, boolean inTenant) {
        Properties table = table();
        Set<String> permissions = permissions(table, role);
        if (role.equals("platform_admin") && inTenant) {
            permissions.addAll(permissions(table, "owner"));
        }
        return permissions;
    }

    private static Set<String> permissions(Properties table, String role) {
        String line = table.getProperty(role);
        if (line == null) {
            throw new IllegalArgumentException("No role is called " + role);
        }
        return new LinkedHashSet<>(List.of(line.trim().split("\\s+")));
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(TABLE)) {
            if (file == null) {
                throw new IllegalStateException("platform/security is not on the class path");
            }
            table.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
