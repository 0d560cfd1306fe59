package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.outbound.OutboundContent;
import dev.tertulia.messaging.outbound.OutboundMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphRequestsTest {

    private static void assertRequest(OutboundContent content, String members) throws Exception {
        OutboundMessage message = new OutboundMessage("34600000002", null, null, null, null, content);

        assertThat(GraphRequests.message(message)).isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "recipient_type": "individual", "to": "34600000002", %s}""".formatted(members)));
    }

    @Test
    void text() throws Exception {
        assertRequest(
                new OutboundContent.Text("Hola", true),
                "\"type\": \"text\", \"text\": {\"body\": \"Hola\", \"preview_url\": true}");
    }

    @Test
    void filesByIdAndByLink() throws Exception {
        assertRequest(
                new OutboundContent.Media(MessageKind.DOCUMENT, "m1", null, "La factura", "factura.pdf", false), """
                "type": "document", "document": {"id": "m1", "caption": "La factura", "filename": "factura.pdf"}""");
        assertRequest(
                new OutboundContent.Media(MessageKind.IMAGE, null, "https://e.example/1.png", null, "1.png", false),
                "\"type\": \"image\", \"image\": {\"link\": \"https://e.example/1.png\"}");
        assertRequest(
                new OutboundContent.Media(MessageKind.AUDIO, "m2", null, null, null, true),
                "\"type\": \"audio\", \"audio\": {\"id\": \"m2\", \"voice\": true}");
    }

    @Test
    void templateWithAndWithoutValues() throws Exception {
        ArrayNode components = (ArrayNode) JSON.readTree("[{\"type\": \"body\", \"parameters\": []}]");

        assertRequest(new OutboundContent.Template("cita", "es_MX", components), """
                "type": "template", "template": {"name": "cita", "language": {"code": "es_MX"},
                  "components": [{"type": "body", "parameters": []}]}""");
        assertRequest(
                new OutboundContent.Template("cita", "es", null),
                "\"type\": \"template\", \"template\": {\"name\": \"cita\", \"language\": {\"code\": \"es\"}}");
    }

    @Test
    void typesInsideOfInteractiveAreWrittenInLowerCase() throws Exception {
        ObjectNode given = (ObjectNode) JSON.readTree("""
                {"type": "BUTTON", "header": {"type": "TEXT", "text": "A"}, "body": {"text": "B"},
                 "action": {"buttons": [{"type": "REPLY", "reply": {"id": "1", "title": "SÍ"}}]}}""");
        ObjectNode before = given.deepCopy();

        assertRequest(new OutboundContent.Interactive(given), """
                "type": "interactive", "interactive": {"type": "button", "header": {"type": "text", "text": "A"},
                  "body": {"text": "B"}, "action": {"buttons": [{"type": "reply", "reply": {"id": "1", "title": "SÍ"}}]}}""");
        assertThat(given).isEqualTo(before);
    }

    @Test
    void locationContactsAndReactions() throws Exception {
        assertRequest(
                new OutboundContent.Location(40.4, -3.7, "Sol", null),
                "\"type\": \"location\", \"location\": {\"latitude\": 40.4, \"longitude\": -3.7, \"name\": \"Sol\"}");
        assertRequest(
                new OutboundContent.Contacts((ArrayNode) JSON.readTree("[{\"name\": {\"first_name\": \"Ana\"}}]")),
                "\"type\": \"contacts\", \"contacts\": [{\"name\": {\"first_name\": \"Ana\"}}]");
        assertRequest(
                new OutboundContent.Reaction("wamid.O", "👍"),
                "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.O\", \"emoji\": \"👍\"}");
        assertRequest(
                new OutboundContent.Reaction("wamid.O", null),
                "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.O\", \"emoji\": \"\"}");
    }

    @Test
    void replyAndOurIdGoAlong() {
        ObjectNode request = GraphRequests.message(new OutboundMessage(
                "34600000002", null, null, "wamid.Q", "msg-7", new OutboundContent.Text("Sí", false)));

        assertThat(request.at("/context/message_id").asText()).isEqualTo("wamid.Q");
        assertThat(request.get("biz_opaque_callback_data").asText()).isEqualTo("msg-7");
    }

    @Test
    void reactionAnswersNothing() {
        assertThat(GraphRequests.message(new OutboundMessage(
                                "34600000002", null, null, "wamid.Q", null, new OutboundContent.Reaction("w", "👍")))
                        .has("context"))
                .isFalse();
    }

    @Test
    void addresseesMayBeUserIdsAndGroups() {
        OutboundContent hello = new OutboundContent.Text("Hola", false);

        ObjectNode user = GraphRequests.message(new OutboundMessage(null, "ES.1", null, null, null, hello));
        ObjectNode both = GraphRequests.message(new OutboundMessage("34600000002", "ES.1", null, null, null, hello));
        ObjectNode group = GraphRequests.message(new OutboundMessage(null, null, "g1@g.us", null, null, hello));

        assertThat(user.has("to")).isFalse();
        assertThat(user.get("recipient").asText()).isEqualTo("ES.1");
        assertThat(both.get("to").asText()).isEqualTo("34600000002");
        assertThat(both.get("recipient").asText()).isEqualTo("ES.1");
        assertThat(group.get("recipient_type").asText()).isEqualTo("group");
        assertThat(group.get("to").asText()).isEqualTo("g1@g.us");
        assertThatThrownBy(() -> new OutboundMessage(null, null, null, null, null, hello))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readMarksAndUploads() throws Exception {
        assertThat(GraphRequests.markAsRead("wamid.A")).isEqualTo(JSON.readTree("""
                        {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A"}"""));
        assertThat(GraphRequests.markAsReadAndType("wamid.A")
                        .at("/typing_indicator/type")
                        .asText())
                .isEqualTo("text");
        assertThat(GraphRequests.uploadFields("image/png"))
                .isEqualTo(Map.of("messaging_product", "whatsapp", "type", "image/png"));
    }

    @Test
    void pathsNameTheVersion() {
        GraphPaths paths = new GraphPaths("v23.0");

        assertThat(paths.messages("100")).isEqualTo("/v23.0/100/messages");
        assertThat(paths.mediaUpload("100")).isEqualTo("/v23.0/100/media");
        assertThat(paths.media("m1", "100")).isEqualTo("/v23.0/m1?phone_number_id=100");
        assertThat(paths.phoneNumber("100")).startsWith("/v23.0/100?fields=");
        assertThat(paths.templates("900", null)).isEqualTo("/v23.0/900/message_templates?limit=100");
        assertThat(paths.templates("900", "a&b=")).endsWith("&after=a%26b%3D");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1/2", "1?x=y", "1#", "a b", "ä"})
    void idsThatLeadElsewhereAreRefused(String id) {
        GraphPaths paths = new GraphPaths("v23.0");

        assertThatThrownBy(() -> paths.messages(id)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> paths.media(id, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GraphPaths(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
