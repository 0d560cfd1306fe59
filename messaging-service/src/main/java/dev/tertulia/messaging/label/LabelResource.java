package dev.tertulia.messaging.label;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/labels")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Labels", description = "Coloured words for conversations")
public class LabelResource {
    private final LabelService labels;
    private final Idempotency idempotency;

    LabelResource(LabelService labels, Idempotency idempotency) {
        this.labels = labels;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "List the labels by name")
    public Uni<Page<LabelResponse>> list(@BeanParam PageRequest page) {
        return labels.page(page)
                .map(found -> Page.of(found, page, last -> LabelRepository.BY_NAME.cursor(last.name))
                        .map(LabelResponse::of));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "One label")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LabelResponse.class)))
    public Uni<Response> get(UUID id) {
        return labels.get(id).map(LabelResource::tagged);
    }

    @POST
    @PermissionsAllowed(Permission.LABELS_MANAGE)
    @Operation(summary = "Create a label")
    @WithTransaction
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LabelResponse.class)))
    public Uni<Response> create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid LabelRequest request) {
        return idempotency.once(
                key,
                request,
                () -> labels.create(request)
                        .map(label -> Response.created(URI.create("/api/v1/labels/" + label.id))
                                .tag(EntityTags.of(label.version))
                                .entity(LabelResponse.of(label))
                                .build()));
    }

    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.LABELS_MANAGE)
    @Operation(summary = "Change a label", description = "JSON Merge Patch of name and color.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = LabelResponse.class)))
    public Uni<Response> change(
            UUID id, MergePatch<LabelRequest> patch, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return labels.change(id, patch, ifMatch).map(LabelResource::tagged);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.LABELS_MANAGE)
    @Operation(summary = "Delete a label", description = "It is taken off all conversations.")
    public Uni<Void> remove(UUID id) {
        return labels.remove(id);
    }

    private static Response tagged(Label label) {
        return Response.ok(LabelResponse.of(label))
                .tag(EntityTags.of(label.version))
                .build();
    }
}
