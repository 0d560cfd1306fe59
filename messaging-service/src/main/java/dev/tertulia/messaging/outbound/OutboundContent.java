package dev.tertulia.messaging.outbound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.MessageKind;
import org.jspecify.annotations.Nullable;

/** What is to be said. What of it a channel accepts, the channel checks before the message is queued. */
public sealed interface OutboundContent {

    /** @param previewUrl whether the first link is shown with a preview */
    record Text(String body, boolean previewUrl) implements OutboundContent {}

    /**
     * A file, by exactly one of the provider's id of it and a link that the provider can fetch.
     *
     * @param kind image, audio, video, document or sticker
     * @param fileName shown with documents
     * @param voice an audio that is to appear as a voice note
     */
    record Media(
            MessageKind kind,
            @Nullable String providerMediaId,
            @Nullable String link,
            @Nullable String caption,
            @Nullable String fileName,
            boolean voice)
            implements OutboundContent {}

    /** @param components the values for its placeholders, in the provider's own JSON; null when it has none */
    record Template(String name, String language, @Nullable ArrayNode components) implements OutboundContent {}

    /** @param body buttons, list, link, form, ... in the provider's own JSON */
    record Interactive(ObjectNode body) implements OutboundContent {}

    /** @param latitude in degrees; @param longitude in degrees */
    record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address) implements OutboundContent {}

    /** @param cards in the provider's own JSON */
    record Contacts(ArrayNode cards) implements OutboundContent {}

    /** @param emoji null takes the reaction back */
    record Reaction(String targetExternalId, @Nullable String emoji) implements OutboundContent {}
}
