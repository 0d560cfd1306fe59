package dev.tertulia.messaging.conversation;

import dev.tertulia.contracts.messaging.Conversation;
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
import jakarta.validation.constraints.Size;
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
    @Operation(
            summary = "List conversations",
            description = "Those that the caller sees, the latest message first. With q those in which a message, the"
                    + " contact's name or their number has all its words, also resolved ones.")
    public Uni<Page<Conversation>> list(
            @Parameter(
                            description =
                                    "Words, each of them the beginning of one, whatever its case and accents; part of a"
                                            + " number from any digit on.",
                            example = "pan lucía")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String words,
            @Parameter(
                            description =
                                    "Any of open, pending, snoozed, resolved, by commas; all but resolved by default,"
                                            + " all with q")
                    @QueryParam("status")
                    @Nullable
                    String status,
            @Parameter(description = "me, none or the id of a member") @QueryParam("assignee") @Nullable
                    String assignee,
            @QueryParam("label") @Nullable UUID label,
            @QueryParam("channel") @Nullable UUID channel,
            @QueryParam("contact") @Nullable UUID contact,
            @Parameter(description = "By the last message: newest (first, the default) or oldest")
                    @QueryParam("sort")
                    @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        ConversationOrder order = ConversationOrder.of(sort);
        ConversationQuery query = ConversationQuery.of(
                ConversationVisibility.of(caller.get()), words, status, assignee, label, channel, contact, order, page);
        return conversations
                .page(query)
                .map(found -> Page.of(found, page, last -> order.sort().cursor(last.lastMessageAt(), last.id())));
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
    public Uni<ConversationCounts> counts(
            @QueryParam("label") @Nullable UUID label, @QueryParam("channel") @Nullable UUID channel) {
        return conversations.counts(label, channel);
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
    @Operation(
            summary = "What was said",
            description =
                    "Newest first; follow nextCursor by after into the past. With around, what was said before and"
                            + " after a message, and previousCursor to follow by before towards the present. With q, what has"
                            + " these words.")
    @APIResponse(responseCode = "404", description = "conversation-not-found, message-not-found")
    public Uni<History> history(
            UUID id,
            @Parameter(description = "The id of a message: the page that it is in the middle of.")
                    @QueryParam("around")
                    @Nullable
                    UUID around,
            @Parameter(description = "The previousCursor of a page: what was said next.")
                    @QueryParam("before")
                    @Nullable
                    String before,
            @Parameter(description = "Words, each of them the beginning of one.")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String words,
            @BeanParam PageRequest page) {
        return conversations.history(id, HistoryPart.of(around, before, words, page));
    }

    @POST
    @Path("{id}/assign")
    @PermissionsAllowed(Permission.CONVERSATIONS_WRITE)
    @Operation(
            summary = "Assign it to a member, or to nobody",
            description =
                    "Agents may give what is theirs or nobody's to themselves, a colleague or nobody; supervisors and above"
                            + " assign freely. Whoever no longer sees it is answered with it this once.")
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
