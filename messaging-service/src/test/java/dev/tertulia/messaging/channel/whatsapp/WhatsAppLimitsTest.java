package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.outbound.ContentViolation;
import dev.tertulia.messaging.outbound.OutboundContent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppLimitsTest {

    private static List<String> fields(OutboundContent content) {
        return WhatsAppLimits.check(content).stream()
                .map(ContentViolation::field)
                .toList();
    }

    private static List<String> interactive(String json) throws JsonProcessingException {
        return fields(new OutboundContent.Interactive((ObjectNode) JSON.readTree(json)));
    }

    private static OutboundContent.Media media(MessageKind kind, @Nullable String link, @Nullable String caption) {
        return new OutboundContent.Media(kind, link == null ? "m1" : null, link, caption, null, false);
    }

    @Test
    void textHasALength() {
        assertThat(fields(new OutboundContent.Text("é".repeat(4_096), false))).isEmpty();
        assertThat(fields(new OutboundContent.Text("😀".repeat(4_096), false))).isEmpty();
        assertThat(WhatsAppLimits.check(new OutboundContent.Text("é".repeat(4_097), false)))
                .containsExactly(new ContentViolation("text", "Shorten this to 4096 characters: it has 4097"));
        assertThat(fields(new OutboundContent.Text(" \n", false))).containsExactly("text");
    }

    @Test
    void captionsBelongToWhatShowsThem() {
        assertThat(fields(media(MessageKind.IMAGE, null, "x".repeat(1_024)))).isEmpty();
        assertThat(fields(media(MessageKind.IMAGE, null, "x".repeat(1_025)))).containsExactly("text");
        assertThat(fields(media(MessageKind.AUDIO, null, "x"))).containsExactly("text");
        assertThat(fields(media(MessageKind.STICKER, null, "x"))).containsExactly("text");
    }

    @Test
    void fileComesFromExactlyOnePlace() {
        assertThat(fields(new OutboundContent.Media(MessageKind.IMAGE, null, null, null, null, false)))
                .containsExactly("media");
        assertThat(fields(new OutboundContent.Media(
                        MessageKind.IMAGE, "m1", "https://e.example/1.png", null, null, false)))
                .containsExactly("media");
        assertThat(fields(media(MessageKind.TEXT, null, null))).containsExactly("kind");
        assertThat(fields(new OutboundContent.Media(MessageKind.VIDEO, "m1", null, null, null, true)))
                .containsExactly("media.voice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://e.example/1", "file:///etc/passwd", "https://", "hola", "https://u:p@e.example/1"})
    void linksLeadToTheWeb(String link) {
        assertThat(fields(media(MessageKind.IMAGE, link, null))).containsExactly("media.link");
    }

    @ParameterizedTest
    @CsvSource({"es, true", "pt_BR, true", "zh_Hant, true", "fil, true", "en-US, false", "ES, false", "español, false"})
    void languagesAreWrittenAsWhatsAppWritesThem(String language, boolean right) {
        assertThat(fields(new OutboundContent.Template("cita", language, null)).isEmpty())
                .isEqualTo(right);
    }

    @Test
    void templatesHaveNamesAndTypedComponents() throws Exception {
        assertThat(fields(new OutboundContent.Template("Cita Previa", "es", null)))
                .containsExactly("template.name");
        assertThat(fields(new OutboundContent.Template(
                        "cita", "es", (ArrayNode) JSON.readTree("[{\"type\": \"body\"}, {}, 5]"))))
                .containsExactly("template.components[1].type", "template.components[2].type");
    }

    @ParameterizedTest
    @CsvSource({"90, 180, ''", "91, 0, location.latitude", "0, -181, location.longitude", "NaN, 0, location.latitude"})
    void placesAreOnEarth(double latitude, double longitude, String wrong) {
        assertThat(String.join(",", fields(new OutboundContent.Location(latitude, longitude, null, null))))
                .isEqualTo(wrong);
    }

    @Test
    void cardsHaveNames() throws Exception {
        assertThat(fields(new OutboundContent.Contacts((ArrayNode)
                        JSON.readTree("[{\"name\": {\"formatted_name\": \"Ana\", \"first_name\": \"Ana\"}}]"))))
                .isEmpty();
        assertThat(fields(new OutboundContent.Contacts((ArrayNode) JSON.readTree("[{}]"))))
                .containsExactly("contacts[0].name.formatted_name", "contacts[0].name.first_name");
        assertThat(fields(new OutboundContent.Contacts(JSON.createArrayNode()))).containsExactly("contacts");
    }

    @Test
    void reactionsHaveATarget() {
        assertThat(fields(new OutboundContent.Reaction("wamid.A", null))).isEmpty();
        assertThat(fields(new OutboundContent.Reaction("wamid.A", "👩🏽‍🚀"))).isEmpty();
        assertThat(fields(new OutboundContent.Reaction(" ", "👍"))).containsExactly("reaction.targetExternalId");
        assertThat(fields(new OutboundContent.Reaction("w", " "))).containsExactly("reaction.emoji");
    }

    private static String buttons(int count, String title) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "{\"type\": \"reply\", \"reply\": {\"id\": \"b" + i + "\", \"title\": \"" + title + i + "\"}}")
                .collect(Collectors.joining(
                        ",",
                        "{\"type\": \"button\", \"body\": {\"text\": \"¿?\"}, \"action\": {\"buttons\": [",
                        "]}}"));
    }

    @Test
    void buttonsAreFewShortAndDifferent() throws Exception {
        assertThat(interactive(buttons(3, "x".repeat(19)))).isEmpty();
        assertThat(interactive(buttons(1, "x".repeat(20))))
                .containsExactly("interactive.action.buttons[0].reply.title");
        assertThat(interactive(buttons(4, "x"))).containsExactly("interactive.action.buttons");
        assertThat(interactive(buttons(0, "x"))).containsExactly("interactive.action.buttons");
        assertThat(interactive(buttons(2, "x").replace("x1", "x0").replace("b1", "b0")))
                .containsExactly("interactive.action.buttons[1].reply.title", "interactive.action.buttons[1].reply.id");
        assertThat(interactive(buttons(1, "x").replace("button\"", "BUTTON\""))).isEmpty();
    }

    private static String list(int sections, int rows) {
        String section = IntStream.range(0, rows)
                .mapToObj(i -> "{\"id\": \"S-r" + i + "\", \"title\": \"Fila\", \"description\": \"D\"}")
                .collect(Collectors.joining(",", "{\"title\": \"T\", \"rows\": [", "]}"));
        return IntStream.range(0, sections)
                .mapToObj(i -> section.replace("S-", "s" + i))
                .collect(Collectors.joining(
                        ",",
                        "{\"type\": \"list\", \"body\": {\"text\": \"¿?\"}, \"action\": {\"button\": \"Ver\", \"sections\": [",
                        "]}}"));
    }

    @Test
    void listsHaveTenRowsInAll() throws Exception {
        assertThat(interactive(list(2, 5))).isEmpty();
        assertThat(interactive(list(2, 6))).containsExactly("interactive.action.sections");
        assertThat(interactive(list(0, 0))).containsExactly("interactive.action.sections");
        assertThat(interactive(list(11, 1))).containsExactly("interactive.action.sections");
        assertThat(interactive(list(1, 0))).containsExactly("interactive.action.sections[0].rows");
        assertThat(interactive(list(1, 1).replace("\"Fila\"", "\"" + "x".repeat(25) + "\"")))
                .containsExactly("interactive.action.sections[0].rows[0].title");
        assertThat(interactive(list(1, 1).replace("\"D\"", "\"" + "x".repeat(73) + "\"")))
                .containsExactly("interactive.action.sections[0].rows[0].description");
        assertThat(interactive(list(1, 1).replace("\"T\"", "null"))).isEmpty();
        assertThat(interactive(list(2, 1).replace("\"T\"", "null")))
                .containsExactly("interactive.action.sections[0].title", "interactive.action.sections[1].title");
        assertThat(interactive(list(1, 2).replace("s0r1", "s0r0")))
                .containsExactly("interactive.action.sections[0].rows[1].id");
    }

    @Test
    void partsThatAllHaveAreChecked() throws Exception {
        String body = "{\"type\": \"novelty\", \"body\": {\"text\": \"%s\"}, \"footer\": {\"text\": \"%s\"},"
                + " \"header\": {\"type\": \"text\", \"text\": \"%s\"}, \"action\": {}}";

        assertThat(interactive(body.formatted("x".repeat(1_024), "x".repeat(60), "x".repeat(60))))
                .isEmpty();
        assertThat(interactive(body.formatted("x".repeat(1_025), "x".repeat(61), "x".repeat(61))))
                .containsExactly("interactive.body.text", "interactive.footer.text", "interactive.header.text");
        assertThat(interactive("{}")).containsExactly("interactive.type");
        assertThat(interactive("{\"type\": \"button\", \"body\": {\"text\": \"x\"}, \"action\": \"{}\"}"))
                .containsExactly("interactive.action");
        assertThat(interactive("{\"type\": \"novelty\", \"body\": {\"text\": \"x\"}, \"action\": {},"
                        + " \"header\": {\"type\": \"image\", \"image\": {}}}"))
                .containsExactly("interactive.header.image");
        assertThat(interactive(list(1, 1)
                        .replace(
                                "{\"type\": \"list\",",
                                "{\"type\": \"list\", \"header\": {\"type\": \"image\", \"image\": {\"id\": \"1\"}},")))
                .containsExactly("interactive.header.type");
    }

    @Test
    void linkButtonsLeadToTheWeb() throws Exception {
        String link = "{\"type\": \"cta_url\", \"body\": {\"text\": \"x\"}, \"action\": {\"name\": \"cta_url\","
                + " \"parameters\": {\"display_text\": \"Abrir\", \"url\": \"%s\"}}}";

        assertThat(interactive(link.formatted("https://e.example"))).isEmpty();
        assertThat(interactive(link.formatted("javascript:1"))).containsExactly("interactive.action.parameters.url");
    }

    @Test
    void filesHaveTypesAndSizes() {
        long megabyte = 1024L * 1024;

        assertThat(WhatsAppLimits.checkFile(MessageKind.IMAGE, "image/png", 5 * megabyte))
                .isEmpty();
        assertThat(WhatsAppLimits.checkFile(MessageKind.AUDIO, "audio/ogg; codecs=opus", 1))
                .isEmpty();
        assertThat(WhatsAppLimits.checkFile(MessageKind.DOCUMENT, "application/x-anything", 100 * megabyte))
                .isEmpty();
        assertThat(WhatsAppLimits.checkFile(MessageKind.IMAGE, "image/gif", 1))
                .extracting(ContentViolation::field)
                .containsExactly("contentType");
        assertThat(WhatsAppLimits.checkFile(MessageKind.IMAGE, "image/png", 5 * megabyte + 1))
                .extracting(ContentViolation::field)
                .containsExactly("sizeBytes");
        assertThat(WhatsAppLimits.checkFile(MessageKind.DOCUMENT, "text/plain", 0))
                .extracting(ContentViolation::field)
                .containsExactly("sizeBytes");
        assertThat(WhatsAppLimits.checkFile(MessageKind.TEXT, "text/plain", 1))
                .extracting(ContentViolation::field)
                .containsExactly("kind");
    }
}
