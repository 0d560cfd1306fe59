package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an account's templates.
 *
 * @param hasNext whether there is a page after this; Meta's own link to it holds the token and is not kept
 * @param after the cursor to ask for the next page with
 */
public record TemplatePage(
        List<Template> templates, boolean hasNext, @Nullable String after) {

    /** @param name the same in several languages; only both together name a template */
    public record Template(
            @Nullable String id,
            String name,
            @Nullable String language,
            @Nullable String status,
            @Nullable String category,
            @Nullable JsonNode components) {}

    public static TemplatePage read(JsonNode answer) {
        List<Template> templates = new ArrayList<>();
        for (JsonNode template : WireJson.list(answer, "data")) {
            String name = WireJson.id(template, "name");
            if (name != null) {
                templates.add(new Template(
                        WireJson.id(template, "id"),
                        name,
                        WireJson.id(template, "language"),
                        WireJson.id(template, "status"),
                        WireJson.id(template, "category"),
                        template.get("components")));
            }
        }
        JsonNode paging = WireJson.object(answer, "paging");
        return new TemplatePage(
                List.copyOf(templates),
                paging != null && WireJson.has(paging, "next"),
                WireJson.id(WireJson.object(paging, "cursors"), "after"));
    }
}
