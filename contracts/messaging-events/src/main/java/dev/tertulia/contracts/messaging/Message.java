package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing said in a conversation, as HTTP and events show it alike.
 *
 * @param direction {@code inbound} or {@code outbound}
 * @param kind text, image, audio, video, document, sticker, location, contacts, template, interactive or unsupported
 * @param text also a medium's caption and the title of a reply
 * @param contacts the cards of a message of kind {@code contacts}, in the provider's words
 * @param interactive buttons, lists and forms, and the replies to them, in the provider's words
 * @param extra what came with the message and fits nowhere else: {@code forwarded}, {@code adReferral}, {@code order}…
 * @param externalId the provider's id
 * @param status of an outbound message: queued, unknown, sent, failed, delivered, read; of an inbound one: received
 * @param providerTime when the provider says it was said
 * @param sequence grows within the conversation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        UUID id,
        UUID conversationId,
        String direction,
        Sender sender,
        String kind,
        @Nullable String text,
        List<Attachment> attachments,
        @Nullable Map<String, Object> location,
        @Nullable List<Map<String, Object>> contacts,
        @Nullable Map<String, Object> interactive,
        @Nullable Map<String, Object> template,
        @Nullable Map<String, Object> extra,
        List<Reaction> reactions,
        @Nullable UUID replyToId,
        @Nullable String externalId,
        String status,
        @Nullable Failure error,
        @Nullable Instant providerTime,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        Instant createdAt,
        long sequence) {

    /**
     * @param type contact, agent, assistant or system
     * @param id of the contact, the member or the assistant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sender(
            String type, @Nullable String id, @Nullable String name) {}

    /**
     * @param status pending until its bytes are in the storage, then stored; failed or unavailable with its reason in
     *     {@code problem}
     * @param url where the bytes are read, once they are stored; relative to the gateway
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attachment(
            UUID id,
            String kind,
            @Nullable String contentType,
            @Nullable String fileName,
            @Nullable Long sizeBytes,
            @Nullable Boolean voice,
            @Nullable Boolean animated,
            String status,
            @Nullable String problem,
            @Nullable String url) {}

    /** @param sender {@code contact} or a member's id */
    public record Reaction(String emoji, String sender, Instant at) {}

    /** Why it failed: the provider's code, and words that say what can be done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Failure(
            String code, String title, @Nullable String detail) {}
}
