package dev.tertulia.messaging.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.outbound.OutboundContent;
import dev.tertulia.platform.events.EventJson;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, as it waits in the database. Of the parts, the one that the kind names is there.
 *
 * @param kind a message's kind, or {@code reaction}
 * @param text of a text, or a file's caption
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueuedContent(
        String kind,
        @Nullable String text,
        @Nullable File file,
        @Nullable Template template,
        @Nullable ObjectNode interactive,
        @Nullable Location location,
        @Nullable ArrayNode contacts,
        @Nullable Reaction reaction) {
    public static final String REACTION = "reaction";
    private static final String TEMPLATE = "template";
    // Stands for a file's id with the provider, which is not known before it was handed over.
    private static final String NOT_YET_KNOWN = "0";

    /** @param voice whether an audio is to appear as a voice note */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(UUID attachmentId, @Nullable String fileName, boolean voice) {}

    /** @param components the values for its placeholders, in the provider's own JSON */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Template(
            String name, String language, @Nullable ArrayNode components) {}

    /** @param latitude in degrees; @param longitude in degrees */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) {}

    /**
     * @param targetId of our message
     * @param emoji absent takes the reaction back
     * @param by the member who reacts; absent for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reaction(
            UUID targetId,
            String targetExternalId,
            @Nullable String emoji,
            @Nullable String by) {}

    static QueuedContent read(JsonObject stored) {
        return EventJson.read(stored.encode(), QueuedContent.class);
    }

    JsonObject json() {
        return new JsonObject(EventJson.write(this));
    }

    /** Whether the provider takes it at any time, also when the customer has not written for long. */
    public boolean mayBeSentOutsideTheReplyWindow() {
        return TEMPLATE.equals(kind);
    }

    /** For a check of what the provider takes, before a file was handed over to it. */
    public OutboundContent outbound() {
        return outbound(null);
    }

    /** @param providerMediaId of the file */
    OutboundContent outbound(@Nullable String providerMediaId) {
        if (reaction != null) {
            return new OutboundContent.Reaction(reaction.targetExternalId(), reaction.emoji());
        }
        if (template != null) {
            return new OutboundContent.Template(template.name(), template.language(), template.components());
        }
        if (interactive != null) {
            return new OutboundContent.Interactive(interactive);
        }
        if (location != null) {
            return new OutboundContent.Location(
                    location.latitude(), location.longitude(), location.name(), location.address());
        }
        if (contacts != null) {
            return new OutboundContent.Contacts(contacts);
        }
        if (file != null) {
            return new OutboundContent.Media(
                    MessageKind.ofWireName(kind).orElseThrow(),
                    providerMediaId == null ? NOT_YET_KNOWN : providerMediaId,
                    null,
                    text,
                    file.fileName(),
                    file.voice());
        }
        return new OutboundContent.Text(text == null ? "" : text, true);
    }
}
