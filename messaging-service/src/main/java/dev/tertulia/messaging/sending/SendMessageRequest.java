package dev.tertulia.messaging.sending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to say. Beside the kind, the part that the kind names.
 *
 * @param text of a text; the caption of an image, video or document
 * @param attachmentIds the one file, uploaded before
 * @param voice whether an audio is to appear as a voice note
 * @param interactive buttons, list, link or form as WhatsApp writes them
 * @param contacts cards as WhatsApp writes them
 * @param emoji of a reaction; absent takes ours back
 * @param targetId the message a reaction is about
 * @param replyToId the message of the conversation that this answers
 */
@Schema(examples = "{\"kind\":\"text\",\"text\":\"Hola, ¿en qué podemos ayudarte?\"}")
public record SendMessageRequest(
        @NotNull
        @Pattern(
                regexp = "text|image|audio|video|document|sticker|template|interactive|location|contacts|reaction",
                message = "must be text, image, audio, video, document, sticker, template, interactive, location,"
                        + " contacts or reaction")
        @Schema(examples = "text")
        String kind,

        @Nullable @Size(max = 10_000) String text,

        @Nullable @Size(max = 1, message = "has one file at most: send each as a message of its own")
        List<@NotNull UUID> attachmentIds,

        @Nullable Boolean voice,
        @Nullable @Valid TemplateRequest template,
        @Nullable @Schema(type = SchemaType.OBJECT) ObjectNode interactive,
        @Nullable @Valid LocationRequest location,
        @Nullable @Schema(type = SchemaType.ARRAY) ArrayNode contacts,
        @Nullable @Size(max = 40) String emoji,
        @Nullable UUID targetId,
        @Nullable UUID replyToId) {

    /** @param components the values for its placeholders, as WhatsApp writes them */
    public record TemplateRequest(
            @NotBlank @Size(max = 512) @Schema(examples = "order_shipped")
            String name,

            @NotBlank @Size(max = 20) @Schema(examples = "es_MX")
            String language,

            @Nullable @Schema(type = SchemaType.ARRAY) ArrayNode components) {}

    /** @param latitude in degrees; @param longitude in degrees */
    public record LocationRequest(
            @NotNull Double latitude,
            @NotNull Double longitude,
            @Nullable @Size(max = 1000) String name,
            @Nullable @Size(max = 1000) String address) {}
}
