package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.RequiresFeature;
import dev.tertulia.platform.web.Idempotency;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/conversations")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Messages", description = "What is said in conversations")
public class SendingResource {
    private final SendingService sending;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    SendingResource(SendingService sending, CurrentCaller caller, Idempotency idempotency) {
        this.sending = sending;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @POST
    @Path("{id}/messages")
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Say something in a conversation",
            description =
                    "Answers as soon as the message is queued; its status then goes sent, delivered, read, or failed,"
                            + " or unknown where the provider's answer was lost. Messages of a conversation are sent in order."
                            + " Outside the reply window only templates are taken. A reaction is no message of its own: the answer"
                            + " is the message it is about, which shows it once it is sent.")
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Message.class)))
    @APIResponse(
            responseCode = "403",
            description = "tenant-suspended · limit-reached: the messages of the month are used up, limit says when the"
                    + " next begins")
    @APIResponse(
            responseCode = "409",
            description = "reply-window-closed, channel-disabled, channel-removed,"
                    + " contact-blocked, conversation-superseded")
    public Uni<Response> send(
            UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "text",
                                                        value = "{\"kind\":\"text\",\"text\":\"Hola\"}"),
                                                @ExampleObject(
                                                        name = "template",
                                                        value =
                                                                "{\"kind\":\"template\",\"template\":{\"name\":\"order_shipped\","
                                                                        + "\"language\":\"es_MX\",\"components\":[{\"type\":\"body\","
                                                                        + "\"parameters\":[{\"type\":\"text\",\"text\":\"A-17\"}]}]}}"),
                                                @ExampleObject(
                                                        name = "buttons",
                                                        value =
                                                                "{\"kind\":\"interactive\",\"interactive\":{\"type\":\"button\","
                                                                        + "\"body\":{\"text\":\"¿Confirmas?\"},\"action\":{\"buttons\":"
                                                                        + "[{\"type\":\"reply\",\"reply\":{\"id\":\"yes\",\"title\":\"Sí\"}}]}}}"),
                                                @ExampleObject(
                                                        name = "reaction",
                                                        value = "{\"kind\":\"reaction\",\"emoji\":\"👍\",\"targetId\":"
                                                                + "\"01989c5e-7b1a-7cc3-9c8e-0f2d6b1a4e55\"}")
                                            }))
                    @NotNull
                    @Valid
                    SendMessageRequest request) {
        Author author = Author.of(caller.get());
        return idempotency.once(
                key, request, () -> sending.send(id, request, author).map(SendingResource::accepted));
    }

    @POST
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Write to a number",
            description = "In the conversation that is open with it, else in a new one. To somebody who has not written"
                    + " within the reply window, only a template can be sent.")
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConversationStartedResponse.class)))
    @APIResponse(
            responseCode = "403",
            description = "tenant-suspended · limit-reached: the messages of the month are used up")
    public Uni<Response> start(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid StartConversationRequest request) {
        Author author = Author.of(caller.get());
        return idempotency.once(
                key, request, () -> sending.start(request, author).map(SendingResource::accepted));
    }

    static Response accepted(Object entity) {
        return Response.accepted(entity).build();
    }
}
