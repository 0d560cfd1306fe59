package dev.tertulia.messaging.note;

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

@Path("/api/v1/conversations/{conversationId}/notes")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Notes", description = "What members tell each other about a conversation; the contact never sees it")
public class NoteResource {
    private final NoteService notes;
    private final Idempotency idempotency;

    NoteResource(NoteService notes, Idempotency idempotency) {
        this.notes = notes;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "List the notes, newest first")
    public Uni<Page<NoteResponse>> list(UUID conversationId, @BeanParam PageRequest page) {
        return notes.page(conversationId, page)
                .map(found -> Page.of(found, page, last -> NoteRepository.NEWEST_FIRST.cursor(last.id))
                        .map(NoteResponse::of));
    }

    @POST
    @PermissionsAllowed(Permission.NOTES_WRITE)
    @Operation(summary = "Write a note")
    @WithTransaction
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoteResponse.class)))
    public Uni<Response> add(
            UUID conversationId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NoteRequest request) {
        return idempotency.once(
                key,
                request,
                () -> notes.add(conversationId, request)
                        .map(note -> Response.created(
                                        URI.create("/api/v1/conversations/" + conversationId + "/notes/" + note.id))
                                .tag(EntityTags.of(note.version))
                                .entity(NoteResponse.of(note))
                                .build()));
    }

    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.NOTES_WRITE)
    @Operation(summary = "Change a note", description = "JSON Merge Patch of text, by the note's author.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoteResponse.class)))
    public Uni<Response> change(
            UUID conversationId,
            UUID id,
            MergePatch<NoteRequest> patch,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return notes.change(conversationId, id, patch, ifMatch)
                .map(note -> Response.ok(NoteResponse.of(note))
                        .tag(EntityTags.of(note.version))
                        .build());
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.NOTES_WRITE)
    @Operation(summary = "Delete a note", description = "By its author.")
    public Uni<Void> remove(UUID conversationId, UUID id) {
        return notes.remove(conversationId, id);
    }
}
