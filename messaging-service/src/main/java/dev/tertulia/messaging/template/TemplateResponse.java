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
        @Schema(examples = "102290129340398") String businessAccountId,
        @Schema(examples = "order_shipped") String name,
        @Schema(examples = "es_MX") String language,
        @Schema(examples = "utility") String category,
        @Schema(examples = "approved") String status,
        @Schema(examples = "positional") String parameterFormat,
        @Nullable Header header,
        Body body,
        @Nullable Footer footer,
        List<Button> buttons,
        Instant syncedAt) {

    /** @param format text, image, video, document or location */
    @Schema(name = "TemplateHeader")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Header(
            @Schema(examples = "text") String format,
            @Schema(examples = "Pedido {{1}}") @Nullable String text,
            @Schema(examples = "[\"1\"]") List<String> variables) {}

    /** @param examples a value for each variable, as they were given for the approval */
    @Schema(name = "TemplateBody")
    public record Body(
            @Schema(examples = "Hola {{1}}, tu pedido va en camino.")
            String text,

            @Schema(examples = "[\"1\"]") List<String> variables,
            @Schema(examples = "[\"Lucía\"]") List<String> examples) {}

    @Schema(name = "TemplateFooter")
    public record Footer(
            @Schema(examples = "Panadería Luna") String text) {}

    /** @param type quick-reply, url, phone-number, copy-code, flow or another word of the provider's */
    @Schema(name = "TemplateButton")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Button(
            @Schema(examples = "url") String type,
            @Schema(examples = "Ver el pedido") @Nullable String text,

            @Schema(examples = "https://panaderialuna.example/p/{{1}}") @Nullable
            String url,

            @Schema(examples = "+573001112233") @Nullable String phoneNumber,
            @Schema(examples = "[\"1\"]") List<String> variables) {}

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
