package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The people of the caller's tenant. */
@Path("/api/v1/members")
@Tag(name = "members")
public class MemberResource {
    private final MemberService members;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    MemberResource(MemberService members, CurrentCaller caller, Idempotency idempotency) {
        this.members = members;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed({Permission.MEMBERS_READ, Permission.MEMBERS_READ_OWN})
    @Operation(
            operationId = "listMembers",
            summary = "The members of the tenant",
            description = "Also those who are active no longer. An agent sees themself.")
    public Uni<Page<MemberView>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Part of a name, whatever its case and accents, or of an e-mail address.")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String text,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("active") @Nullable Boolean active,
            @Parameter(description = "joined: in the order in which they came; name: from A to Z.")
                    @QueryParam("sort")
                    @Nullable
                    MemberOrder order) {
        return members.page(caller.get(), page, text, role, active, order);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed({Permission.MEMBERS_READ, Permission.MEMBERS_READ_OWN})
    @Operation(operationId = "getMember", summary = "One member")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag, to send as If-Match with a change.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "404", description = "member-not-found")
    public Uni<Response> get(UUID id) {
        return members.get(caller.get(), id).map(member -> tagged(Response.ok(), member));
    }

    @POST
    @PermissionsAllowed(Permission.MEMBERS_MANAGE)
    @WithTransaction
    @Operation(
            operationId = "addMember",
            summary = "Make somebody a member",
            description = "They are let in when they sign in with this address and the identity provider says that it"
                    + " is theirs.")
    @APIResponse(
            responseCode = "201",
            description = "The member.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "403",
            description = "permission-missing: members:manage · beyond-own-permissions: more than you have yourself ·"
                    + " limit-reached: the plan has no room")
    @APIResponse(responseCode = "409", description = "member-exists")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> add(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull AddMemberRequest request) {
        return idempotency.once(
                key,
                request,
                () -> members.add(caller.get(), request.toMember()).map(MemberResource::created));
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed({Permission.MEMBERS_MANAGE, Permission.MEMBERS_MANAGE_AGENTS})
    @Operation(
            operationId = "changeMember",
            summary = "Change a member's role, extra permissions or activity",
            description = "A JSON Merge Patch. A supervisor changes agents and viewers; nobody changes the owner, or"
                    + " themself, or gives what they do not have.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EditableMember.class),
                            examples = @ExampleObject(name = "promote", value = "{\"role\":\"supervisor\"}")))
    @APIResponse(
            responseCode = "200",
            description = "As they are now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "403",
            description = "permission-missing · owner-protected · own-membership · beyond-own-permissions ·"
                    + " limit-reached: the plan has no room for one more who is active")
    @APIResponse(responseCode = "404", description = "member-not-found")
    @APIResponse(responseCode = "412", description = "stale-version: someone else changed them")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> change(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch<EditableMember> patch) {
        return members.change(caller.get(), id, ifMatch, patch).map(member -> tagged(Response.ok(), member));
    }

    private static Response created(MemberView member) {
        return tagged(Response.created(URI.create("/api/v1/members/" + member.id())), member);
    }

    private static Response tagged(Response.ResponseBuilder answer, MemberView member) {
        return answer.entity(member).tag(EntityTags.of(member.version())).build();
    }
}
