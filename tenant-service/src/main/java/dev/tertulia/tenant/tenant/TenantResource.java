package dev.tertulia.tenant.tenant;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenant that the caller works in. */
@Path("/api/v1/tenant")
@Tag(name = "tenant")
public class TenantResource {
    private final TenantService tenants;

    TenantResource(TenantService tenants) {
        this.tenants = tenants;
    }

    @GET
    @PermissionsAllowed(Permission.TENANT_READ)
    @Operation(operationId = "getTenant", summary = "The caller's tenant")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag, to send as If-Match with a change.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    public Uni<Response> get() {
        return tenants.current().map(TenantResource::tagged);
    }

    @PATCH
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.TENANT_MANAGE)
    @Operation(
            operationId = "changeTenant",
            summary = "Change the caller's tenant",
            description = "A JSON Merge Patch: what is absent stays, null removes. Slug and status are not the tenant's"
                    + " to change.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EditableTenant.class),
                            examples =
                                    @ExampleObject(
                                            name = "move",
                                            value =
                                                    "{\"timezone\":\"America/Lima\",\"country\":\"PE\",\"website\":null}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: tenant:manage")
    @APIResponse(responseCode = "409", description = "domain-taken")
    @APIResponse(responseCode = "412", description = "stale-version: it was changed by someone else")
    @APIResponse(
            responseCode = "422",
            description = "validation-failed: some fields are not valid, or not to be changed")
    public Uni<Response> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch<EditableTenant> patch) {
        return tenants.change(ifMatch, patch).map(TenantResource::tagged);
    }

    private static Response tagged(TenantView tenant) {
        return Response.ok(tenant).tag(EntityTags.of(tenant.version())).build();
    }
}
