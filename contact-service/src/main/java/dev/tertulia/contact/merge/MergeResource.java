package dev.tertulia.contact.merge;

import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Merges over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
public class MergeResource {
    private final MergeService merges;
    private final Idempotency idempotency;
    private final CurrentCaller caller;

    MergeResource(MergeService merges, Idempotency idempotency, CurrentCaller caller) {
        this.merges = merges;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Path("contacts/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CONTACTS_MANAGE)
    @Operation(
            summary = "Merges a duplicate into a contact",
            description =
                    "The contact keeps what it has; the duplicate fills what is empty and adds its identities, tags,"
                            + " attributes and conversations. It can be undone.")
    @APIResponse(
            responseCode = "200",
            description = "The merge",
            content = @Content(schema = @Schema(implementation = MergeResponse.class)))
    @APIResponse(responseCode = "404", description = "contact-not-found")
    @APIResponse(responseCode = "409", description = "contact-merged: one of the two was merged into another")
    @APIResponse(responseCode = "422", description = "validation-failed: the duplicate is no contact, or the same")
    public Uni<Response> merge(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid MergeContactsRequest request) {
        return idempotency.once(
                key,
                request,
                () -> merges.merge(id, request.duplicateId(), actor()).map(MergeResource::shown));
    }

    @GET
    @Path("contacts/{id}/merges")
    @PermissionsAllowed(Permission.CONTACTS_READ)
    @Operation(summary = "Lists what was merged into a contact, the latest first")
    @APIResponse(responseCode = "404", description = "contact-not-found")
    public Uni<Page<MergeResponse>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return merges.ofContact(id, page).map(found -> found.map(MergeResponse::from));
    }

    @POST
    @Path("contact-merges/{id}/undo")
    @PermissionsAllowed(Permission.CONTACTS_MANAGE)
    @Operation(
            summary = "Undoes a merge",
            description = "Both contacts are as they were; what was changed since stays with the one that remained.")
    @APIResponse(
            responseCode = "200",
            description = "The merge",
            content = @Content(schema = @Schema(implementation = MergeResponse.class)))
    @APIResponse(responseCode = "403", description = "limit-reached: the plan allows no more contacts")
    @APIResponse(responseCode = "404", description = "contact-merge-not-found")
    @APIResponse(responseCode = "409", description = "contact-merge-buried: the contact was itself merged since")
    public Uni<Response> undo(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        return idempotency.once(key, id, () -> merges.undo(id, actor()).map(MergeResource::shown));
    }

    private String actor() {
        return caller.get().actor().id().toString();
    }

    private static Response shown(ContactMerge merge) {
        return Response.ok(MergeResponse.from(merge)).build();
    }
}
