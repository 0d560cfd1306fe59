package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's tenant has used of what its plan allows. */
@Path("/api/v1/usage")
@Tag(name = "subscription")
public class UsageResource {
    private final UsageService usage;

    UsageResource(UsageService usage) {
        this.usage = usage;
    }

    @GET
    @PermissionsAllowed(Permission.USAGE_READ)
    @Operation(
            operationId = "getUsage",
            summary = "What is used of each limit",
            description = "Of this month of the tenant's time zone for what is counted by months, otherwise what there"
                    + " is. It is a few seconds old; what guards a limit knows exactly.")
    @APIResponse(
            responseCode = "200",
            description = "Each metric.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UsageView.class)))
    public Uni<UsageView> get() {
        return usage.current();
    }
}
