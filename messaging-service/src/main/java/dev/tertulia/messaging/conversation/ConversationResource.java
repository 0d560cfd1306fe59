package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.conversation.ConversationRepository.Said;
import dev.tertulia.messaging.conversation.ConversationService.Versioned;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.RequiresFeature;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/conversations")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Conversations", description = "The inbox: threads with contacts, who has them, and what was said")
public class ConversationResource {
    private final ConversationService conversations;
    private final CurrentCaller caller;

    ConversationResource(ConversationService conversations, CurrentCaller caller) {
        this.conversations = conversations;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "List conversations", description = "Those that the caller sees, the latest message first.")
    public Uni<Page<Conversation>> list(
            @Parameter(description = "Any of open, pending, snoozed, resolved, by commas; all but resolved by default")
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "me, none or the id of a member") @QueryParam("assignee") @Nullable
                    String assignee,
            @QueryParam("label") @Nullable UUID label,
            @QueryParam("channel") @Nullable UUID channel,
            @QueryParam("contact") @Nullable UUID contact,
            @BeanParam PageRequest page) {
        ConversationQuery query = ConversationQuery.of(
                ConversationVisibility.of(caller.get()), status, assignee, label, channel, contact, page);
        return conversations
                .page(query)
                .map(found -> Page.of(
                        found, page, last -> ConversationQuery.LATEST_FIRST.cursor(last.lastMessageAt(), last.id())));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "One conversation")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> get(UUID id) {
        return conversations.get(id).map(ConversationResource::tagged);
    }

    @GET
    @Path("counts")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "How many there are", description = "Of what is not resolved and the caller sees.")
    public Uni<ConversationCounts> counts() {
        return conversations.counts();
    }

    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(summary = "Change its priority", description = "JSON Merge Patch of priority.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> edit(
            UUID id, MergePatch<EditableConversation> patch, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return conversations.edit(id, patch, ifMatch).map(ConversationResource::tagged);
    }

    @PUT
    @Path("{id}/labels")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(summary = "Put these labels on it, and no others")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> label(UUID id, @NotNull @Valid LabelsRequest request) {
        return conversations.label(id, Set.copyOf(request.labelIds())).map(ConversationResource::tagged);
    }

    @GET
    @Path("{id}/messages")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "What was said", description = "Newest first; follow nextCursor into the past.")
    public Uni<Page<Message>> history(UUID id, @BeanParam PageRequest page) {
        return conversations
                .history(id, page)
                .map(found -> Page.of(found, page, Said::cursor).map(Said::message));
    }

    @POST
    @Path("{id}/assign")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(
            summary = "Assign it to a member, or to nobody",
            description =
                    "Agents may take what is nobody's and give up what is theirs; supervisors and above assign freely.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> assign(UUID id, @NotNull @Valid AssignRequest request) {
        return conversations.assign(id, request.memberId()).map(ConversationResource::tagged);
    }

    @POST
    @Path("{id}/resolve")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(summary = "Resolve it", description = "Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> resolve(UUID id, @Nullable @Valid ResolveRequest request) {
        return conversations
                .resolve(id, request == null ? null : request.reason())
                .map(ConversationResource::tagged);
    }

    @POST
    @Path("{id}/reopen")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(
            summary = "Reopen it",
            description = "If the contact has another open conversation on this channel, that one is the answer.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> reopen(UUID id) {
        return conversations.reopen(id).map(ConversationResource::tagged);
    }

    @POST
    @Path("{id}/snooze")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(summary = "Put it aside until a time", description = "It comes back then, or when the contact writes.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> snooze(UUID id, @NotNull @Valid SnoozeRequest request) {
        return conversations.snooze(id, request.until()).map(ConversationResource::tagged);
    }

    @POST
    @Path("{id}/read")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(summary = "Mark all of it as read")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Conversation.class)))
    public Uni<Response> read(UUID id) {
        return conversations.read(id).map(ConversationResource::tagged);
    }

    private static Response tagged(Versioned found) {
        return Response.ok(found.conversation())
                .tag(EntityTags.of(found.version()))
                .build();
    }
}
