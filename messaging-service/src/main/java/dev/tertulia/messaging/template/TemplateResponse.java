package dev.tertulia.messaging.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template as its customers see it, and what has to be given for it.
 *
 * @param channelIds the channels that can send it
 * @param category marketing, utility or authentication
 * @param status approved, pending, rejected, paused or disabled; only what is approved is sent
 * @param parameterFormat positional (values in order) or named (each with its parameter_name)
 */
@Schema(name = "Template")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateResponse(
        UUID id,
        List<UUID> channelIds,
        String businessAccountId,
        @Schema(examples = "order_shipped") String name,
        @Schema(examples = "es_MX") String language,
        String category,
        String status,
        String parameterFormat,
        @Nullable Header header,
        Body body,
        @Nullable Footer footer,
        List<Button> buttons,
        Instant syncedAt) {

    /** @param format text, image, video, document or location */
    @Schema(name = "TemplateHeader")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Header(String format, @Nullable String text, List<String> variables) {}

    /** @param examples a value for each variable, as they were given for the approval */
    @Schema(name = "TemplateBody")
    public record Body(String text, List<String> variables, List<String> examples) {}

    @Schema(name = "TemplateFooter")
    public record Footer(String text) {}

    /** @param type quick-reply, url, phone-number, copy-code, flow or another word of the provider's */
    @Schema(name = "TemplateButton")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(
            String type,
            @Nullable String text,
            @Nullable String url,
            @Nullable String phoneNumber,
            List<String> variables) {}

    /** A template as its row has it. */
    record Stored(
            UUID id,
            List<UUID> channelIds,
            String account,
            String name,
            String language,
            String category,
            String status,
            JsonNode components,
            Instant syncedAt) {}

    static TemplateResponse of(Stored row) {
        TemplateParts parts = TemplateParts.of(row.components());
        TemplateParts.Header header = parts.header();
        boolean named =
                parts.body().variables().stream().anyMatch(name -> !name.chars().allMatch(Character::isDigit));
        return new TemplateResponse(
                row.id(),
                row.channelIds(),
                row.account(),
                row.name(),
                row.language(),
                row.category(),
                row.status(),
                named ? "named" : "positional",
                header == null ? null : new Header(header.format(), header.text(), header.variables()),
                new Body(
                        parts.body().text(),
                        parts.body().variables(),
                        parts.body().examples()),
                parts.footer() == null ? null : new Footer(parts.footer()),
                parts.buttons().stream()
                        .map(button -> new Button(
                                button.type(), button.text(), button.url(), button.phoneNumber(), button.variables()))
                        .toList(),
                row.syncedAt());
    }
}
