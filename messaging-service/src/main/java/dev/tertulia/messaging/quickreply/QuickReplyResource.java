package dev.tertulia.messaging.quickreply;

import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.RequiresFeature;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/quick-replies")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Quick replies", description = "What is said often, written with a few letters")
public class QuickReplyResource {
    private final QuickReplyService replies;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    QuickReplyResource(QuickReplyService replies, CurrentCaller caller, Idempotency idempotency) {
        this.replies = replies;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(
            summary = "List the quick replies by shortcut",
            description = "Those that everybody has, and the caller's own.")
    public Uni<Page<QuickReplyResponse>> list(
            @Parameter(description = "The beginning of a shortcut, or part of a text, whatever its case.")
                    @QueryParam("q")
                    @Size(max = 100)
                    @Nullable
                    String beginning,
            @BeanParam PageRequest page) {
        return replies.page(caller.get(), beginning, page)
                .map(found -> Page.of(
                                found, page, last -> QuickReplyRepository.BY_SHORTCUT.cursor(last.shortcut, last.id))
                        .map(QuickReplyResponse::of));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "One quick reply")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QuickReplyResponse.class)))
    public Uni<Response> get(UUID id) {
        return replies.get(caller.get(), id).map(QuickReplyResource::tagged);
    }

    @POST
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(summary = "Create a quick reply", description = "Of one's own; a shared one with quick-replies:manage.")
    @WithTransaction
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QuickReplyResponse.class)))
    public Uni<Response> create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid QuickReplyRequest request) {
        return idempotency.once(
                key,
                request,
                () -> replies.create(caller.get(), request)
                        .map(reply -> Response.created(URI.create("/api/v1/quick-replies/" + reply.id))
                                .tag(EntityTags.of(reply.version))
                                .entity(QuickReplyResponse.of(reply))
                                .build()));
    }

    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(summary = "Change a quick reply", description = "JSON Merge Patch of shortcut, text and shared.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = QuickReplyResponse.class)))
    public Uni<Response> change(
            UUID id, MergePatch<QuickReplyRequest> patch, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return replies.change(caller.get(), id, patch, ifMatch).map(QuickReplyResource::tagged);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(summary = "Delete a quick reply")
    public Uni<Void> remove(UUID id) {
        return replies.remove(caller.get(), id);
    }

    private static Response tagged(QuickReply reply) {
        return Response.ok(QuickReplyResponse.of(reply))
                .tag(EntityTags.of(reply.version))
                .build();
    }
}
