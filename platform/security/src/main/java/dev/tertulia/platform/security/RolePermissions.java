package dev.tertulia.platform.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The table of permissions by role, as {@code role-permissions.properties} has it. */
public final class RolePermissions {
    private static final Map<Role, Set<String>> TABLE = read();

    private RolePermissions() {}

    /** What the role permits in a tenant; for a platform administrator, what it permits outside of all. */
    public static Set<String> of(Role role) {
        Set<String> permissions = TABLE.get(role);
        if (permissions == null) {
            throw new IllegalStateException("The table has no line for the role " + role.wireName());
        }
        return permissions;
    }

    /** What a platform administrator may in the tenant they have named. */
    public static Set<String> ofPlatformAdminInTenant() {
        Set<String> permissions = new TreeSet<>(of(Role.OWNER));
        permissions.addAll(of(Role.PLATFORM_ADMIN));
        return Set.copyOf(permissions);
    }

    private static Map<Role, Set<String>> read() {
        Properties lines = new Properties();
        try (InputStream file = RolePermissions.class.getResourceAsStream("role-permissions.properties")) {
            if (file == null) {
                throw new IllegalStateException("role-permissions.properties is missing");
            }
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<Role, Set<String>> table = new EnumMap<>(Role.class);
        lines.forEach((role, permissions) -> table.put(
                Role.of((String) role),
                Set.copyOf(Arrays.asList(((String) permissions).trim().split("\\s+")))));
        return table;
    }
}
