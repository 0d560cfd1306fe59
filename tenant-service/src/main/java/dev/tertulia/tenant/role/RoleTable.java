package dev.tertulia.tenant.role;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.tenant.setting.ConversationVisibility;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each role permits in a tenant: the table of the product, and what the tenant has settled about it. For members;
 * an API key has the scopes that it was made with.
 */
public record RoleTable(ConversationVisibility conversationVisibility) {

    public Set<String> of(Role role) {
        Set<String> permissions = new TreeSet<>(RolePermissions.of(role));
        if (role == Role.AGENT && conversationVisibility == ConversationVisibility.OWN) {
            permissions.remove(Permission.CONVERSATIONS_READ_UNASSIGNED);
        }
        return permissions;
    }
}
