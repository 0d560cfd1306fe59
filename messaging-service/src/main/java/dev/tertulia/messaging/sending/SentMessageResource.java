package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.RequiresFeature;
import dev.tertulia.platform.web.Idempotency;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/messages")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Messages", description = "What is said in conversations")
public class SentMessageResource {
    private final SendingService sending;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    SentMessageResource(SendingService sending, CurrentCaller caller, Idempotency idempotency) {
        this.sending = sending;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("{id}/retry")
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Send a failed or unknown message again",
            description =
                    "As a new message, whose extra.retryOf names the first. Where that one was unknown the customer"
                            + " may get it twice.")
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "403",
            description = "tenant-suspended · limit-reached: the messages of the month are used up")
    public Uni<Response> retry(UUID id, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
        Author author = Author.of(caller.get());
        return idempotency.once(key, "", () -> sending.retry(id, author).map(SendingResource::accepted));
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Take back a message that is still queued",
            description = "It stays in the history as failed with the code cancelled, and counts no longer as used.")
    public Uni<Void> cancel(UUID id) {
        return sending.cancel(id, Author.of(caller.get()));
    }
}
