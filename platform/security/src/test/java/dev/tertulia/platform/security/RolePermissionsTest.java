package dev.tertulia.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolePermissionsTest {

    @ParameterizedTest
    @EnumSource
    void everyRoleHasALineOfKnownPermissions(Role role) throws IllegalAccessException {
        assertThat(RolePermissions.of(role)).isNotEmpty().isSubsetOf(allPermissions());
    }

    @Test
    void everyPermissionCanBeHadByAnOwnerOrAPlatformAdministrator() throws IllegalAccessException {
        Set<String> had = new HashSet<>(RolePermissions.ofPlatformAdminInTenant());
        // What one may of one's own is for those who may not see all.
        had.add(Permission.MEMBERS_READ_OWN);
        had.add(Permission.MEMBERS_MANAGE_AGENTS);

        assertThat(had).containsExactlyInAnyOrderElementsOf(allPermissions());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM_ADMIN")
    void noRoleInATenantReachesOtherTenants(Role role) {
        assertThat(RolePermissions.of(role)).doesNotContain(Permission.PLATFORM_TENANTS);
    }

    @Test
    void aViewerChangesNothing() {
        assertThat(RolePermissions.of(Role.VIEWER))
                .allMatch(permission -> permission.matches(".*:read(-all|-unassigned)?"));
    }

    private static Set<String> allPermissions() throws IllegalAccessException {
        Set<String> permissions = new HashSet<>();
        for (Field constant : Permission.class.getFields()) {
            permissions.add((String) constant.get(null));
        }
        return permissions;
    }
}
