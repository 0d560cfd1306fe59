package dev.tertulia.tenant.role;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the roles of the caller's tenant permit. */
@Path("/api/v1/roles")
@Tag(name = "members")
public class RoleResource {
    private final RoleService roles;

    RoleResource(RoleService roles) {
        this.roles = roles;
    }

    @GET
    @PermissionsAllowed(Permission.TENANT_READ)
    @Operation(
            operationId = "listRoles",
            summary = "The table of permissions by role",
            description =
                    "Strongest first, as the tenant's settings have it: all on one page. Members can be given more.")
    @APIResponse(responseCode = "200", description = "The roles that members can have.")
    @APIResponse(responseCode = "403", description = "permission-missing: tenant:read")
    public Uni<Page<RoleView>> list() {
        return roles.table()
                .map(table -> Page.last(Arrays.stream(Role.values())
                        .filter(role -> role != Role.PLATFORM_ADMIN)
                        .map(role -> RoleView.of(role, table))
                        .toList()));
    }
}
