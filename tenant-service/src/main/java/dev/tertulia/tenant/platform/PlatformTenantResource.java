package dev.tertulia.tenant.platform;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.AddMemberRequest;
import dev.tertulia.tenant.member.Grants;
import dev.tertulia.tenant.member.MemberView;
import dev.tertulia.tenant.member.NewMember;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.tenant.TenantView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The tenants of the installation, for those who run it. */
@Path("/api/v1/platform/tenants")
@PermissionsAllowed(Permission.PLATFORM_TENANTS)
@Tag(name = "platform")
public class PlatformTenantResource {
    private final PlatformTenantService service;
    private final TenantList list;

    PlatformTenantResource(PlatformTenantService service, TenantList list) {
        this.service = service;
        this.list = list;
    }

    @GET
    @Operation(operationId = "listTenants", summary = "All tenants, newest first")
    public Uni<Page<ListedTenant>> list(
            @BeanParam PageRequest page,
            @QueryParam("status") @Nullable TenantStatus status,
            @Parameter(description = "The code of a plan, see `/api/v1/plans`.", example = "business")
                    @QueryParam("plan")
                    @Size(max = 40)
                    @Nullable
                    String plan,
            @Parameter(description = "Part of a slug or a name.") @QueryParam("q") @Size(max = 200) @Nullable
                    String text) {
        return list.page(page, status, plan, text);
    }

    @POST
    @Operation(
            operationId = "createTenant",
            summary = "Create a tenant with its owner",
            description = "The owner is let in when they sign in with this address. Sent again it is a 409, since the"
                    + " slug is taken.")
    @APIResponse(
            responseCode = "201",
            description = "The tenant.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "409", description = "slug-taken")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> create(@Valid @NotNull CreateTenantRequest request) {
        return service.create(request.toTenant(), request.owner().toMember())
                .map(tenant ->
                        tagged(Response.created(URI.create("/api/v1/platform/tenants/" + tenant.slug())), tenant));
    }

    @GET
    @Path("{slug}")
    @Operation(operationId = "getTenantBySlug", summary = "One tenant")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    public Uni<Response> get(String slug) {
        return service.get(slug).map(tenant -> tagged(Response.ok(), tenant));
    }

    @PATCH
    @Path("{slug}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeTenantStanding",
            summary = "Suspend, reactivate or cancel a tenant",
            description = "A suspended tenant reads and receives and does not send; a cancelled one is entered by"
                    + " nobody. Both hold within a minute. The tenant is shown the reason.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StandingChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    @APIResponse(responseCode = "412", description = "stale-version")
    public Uni<Response> change(
            String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch<StandingChange> patch) {
        return service.change(slug, ifMatch, patch).map(tenant -> tagged(Response.ok(), tenant));
    }

    @POST
    @Path("{slug}/members")
    @Operation(operationId = "addMemberToTenant", summary = "Make somebody a member of a tenant")
    @APIResponse(
            responseCode = "201",
            description = "The member.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    @APIResponse(responseCode = "409", description = "member-exists")
    public Uni<Response> addMember(String slug, @Valid @NotNull AddMemberRequest request) {
        NewMember wanted = request.toMember();
        if (wanted.role() == Role.OWNER || wanted.role() == Role.PLATFORM_ADMIN) {
            throw ProblemException.invalid(
                    "role", "must be admin, supervisor, agent or viewer; a tenant has its owner");
        }
        Grants.requireKnown("permissions", wanted.permissions());
        return service.addMember(slug, wanted)
                .map(member -> Response.created(URI.create("/api/v1/members/" + member.id()))
                        .entity(member)
                        .tag(EntityTags.of(member.version()))
                        .build());
    }

    private static Response tagged(Response.ResponseBuilder answer, TenantView tenant) {
        return answer.entity(tenant).tag(EntityTags.of(tenant.version())).build();
    }
}
