package dev.tertulia.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.gateway.route.Access;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {
    private static final String OWN = """
            {"openapi": "3.1.0", "info": {"title": "All", "description": "Of all."}, "security": [{"key": []}],
             "paths": {"/health": {"get": {"security": []}}},
             "components": {"securitySchemes": {"key": {"type": "apiKey"}}}}""";

    private static final String CONTACT = """
            {"info": {"title": "contact"}, "tags": [{"name": "contacts"}],
             "paths": {
               "/api/contacts": {"get": {"security": [{"passport": []}], "responses": {"200": {"schema": {"$ref": "#/components/schemas/Page"}}}}},
               "/internal/x": {"get": {}}},
             "components": {
               "securitySchemes": {"passport": {}},
               "schemas": {
                 "Page": {"items": {"$ref": "#/components/schemas/Item"}},
                 "Item": {"title": "a contact"},
                 "Problem": {"title": "same"}}}}""";

    private static final String MESSAGING = """
            {"info": {"title": "messaging"}, "tags": [{"name": "contacts"}, {"name": "inbox"}],
             "paths": {
               "/api/messages": {"get": {"responses": {"200": {"schema": {"$ref": "#/components/schemas/Page"}}}}},
               "/webhooks/{id}": {"post": {"security": [{"passport": []}]}},
               "/api/contacts": {"get": {"title": "not theirs"}}},
             "components": {
               "schemas": {
                 "Page": {"items": {"$ref": "#/components/schemas/Item"}},
                 "Item": {"title": "a message"},
                 "Kinds": {"discriminator": {"mapping": {"one": "#/components/schemas/Item"}}},
                 "Problem": {"title": "same"}}}}""";

    private final JsonNode merged = merged(List.of());

    @Test
    void holdsThePathsThatLeadToEachServiceAndNoOthers() {
        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/api/contacts", "/api/messages", "/health", "/webhooks/{id}");
        assertThat(merged.at("/paths/~1api~1contacts/get/title").isMissingNode())
                .isTrue();
    }

    @Test
    void componentsOfOneNameAndDifferentContentStayApart() {
        assertThat(merged.at("/components/schemas/Item/title").asText()).isEqualTo("a contact");
        assertThat(merged.at("/components/schemas/MessagingItem/title").asText())
                .isEqualTo("a message");
        assertThat(merged.at("/components/schemas/Kinds/discriminator/mapping/one")
                        .asText())
                .isEqualTo("#/components/schemas/MessagingItem");
    }

    @Test
    void whatLeadsToARenamedComponentIsNotSharedEither() {
        assertThat(merged.at("/paths/~1api~1messages/get/responses/200/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/MessagingPage");
        assertThat(merged.at("/components/schemas/MessagingPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/MessagingItem");
        assertThat(merged.at("/paths/~1api~1contacts/get/responses/200/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Page");
    }

    @Test
    void equalComponentsAreShared() {
        assertThat(merged.path("components").path("schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Page", "Item", "Problem", "MessagingPage", "MessagingItem", "Kinds");
    }

    @Test
    void saysWhichCredentialsTheGatewayTakesAndNotWhatServicesTake() {
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("key");
        assertThat(merged.at("/paths/~1api~1contacts/get").has("security")).isFalse();
        assertThat(merged.at("/paths/~1webhooks~1{id}/post/security").isEmpty()).isTrue();
    }

    @Test
    void tagsAreThereOnce() {
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("contacts", "inbox");
    }

    @Test
    void saysWhatIsMissing() {
        JsonNode part = merged(List.of("tenant-service"));

        assertThat(part.path("x-missing-services").get(0).asText()).isEqualTo("tenant-service");
        assertThat(part.at("/info/description").asText()).startsWith("Of all.").contains("tenant-service");
        assertThat(merged.at("/info/description").asText()).isEqualTo("Of all.");
    }

    private static JsonNode merged(List<String> missing) {
        OpenApiMerge merge = new OpenApiMerge(json(OWN), OpenApiMergeTest::access);
        merge.add("contact-service", json(CONTACT));
        merge.add("messaging-service", json(MESSAGING));
        return merge.result(missing);
    }

    private static @Nullable Access access(String path, String service) {
        return switch (path) {
            case "/api/contacts" -> service.equals("contact-service") ? Access.PASSPORT : null;
            case "/api/messages" -> Access.PASSPORT;
            case "/webhooks/{id}" -> Access.OPEN;
            default -> null;
        };
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
