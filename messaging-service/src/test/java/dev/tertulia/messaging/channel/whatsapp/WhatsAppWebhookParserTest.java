package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.ACCOUNT;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.PARSER;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.accountChange;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.change;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.fromLucia;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.items;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.messages;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.statuses;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.together;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.value;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundProblem.Reason;
import dev.tertulia.messaging.inbound.ParsedWebhook;
import dev.tertulia.messaging.inbound.ProviderAccount;
import dev.tertulia.messaging.inbound.StatusUpdate;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppWebhookParserTest {

    private static final String HELLO = fromLucia("\"type\": \"text\", \"text\": {\"body\": \"Hola\"}");

    private static ParsedWebhook parse(String body) {
        return PARSER.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String webhook) {
        return requireNonNull(only(InboundMessage.class, webhook).content().text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`` | EMPTY",
                "`   ` | EMPTY",
                "{\"object\": | NOT_JSON",
                "<html></html> | NOT_JSON",
                "hola | NOT_JSON",
                "[] | NOT_AN_OBJECT",
                "null | NOT_AN_OBJECT",
                "\"text\" | NOT_AN_OBJECT",
                "{\"object\": \"page\", \"entry\": []} | OTHER_PRODUCT",
                "{} | NOTHING_KNOWN_IN_IT",
                "{\"object\": \"whatsapp_business_account\"} | NOTHING_KNOWN_IN_IT",
                "{\"object\": \"whatsapp_business_account\", \"entry\": []} | NOTHING_KNOWN_IN_IT",
                "{\"object\": \"whatsapp_business_account\", \"entry\": 5} | NOTHING_KNOWN_IN_IT"
            })
    void bodyThatIsNoWebhookHasAProblem(String body, Reason reason) {
        ParsedWebhook parsed = parse(body);

        assertThat(parsed.items()).isEmpty();
        assertThat(requireNonNull(parsed.problem()).reason()).isEqualTo(reason);
        assertThat(parsed.problem().detail()).isNotBlank();
    }

    @Test
    void everyEntryAndChangeIsVisitedInOrder() {
        String webhook = together(
                messages(HELLO, fromLucia("\"type\": \"text\", \"text\": {\"body\": \"¿Hay alguien?\"}")),
                statuses("{\"id\": \"wamid.S\", \"status\": \"read\"}"),
                change("novelty", "{}"));

        assertThat(items(webhook))
                .extracting(item -> item.getClass().getSimpleName())
                .containsExactly("InboundMessage", "InboundMessage", "StatusUpdate", "Ignored");
    }

    @Test
    void messagesAndStatusesMayShareAChange() {
        assertThat(items(value(
                        "messages",
                        "\"messages\": [" + HELLO + "], \"statuses\": [{\"id\": \"s\", \"status\": \"sent\"}]")))
                .hasSize(2);
    }

    @Test
    void badItemSpoilsNoneOfItsNeighbours() {
        var items = items(messages("null", "7", "\"x\"", "[]", "{}", HELLO, "{\"from\": {}}"));

        assertThat(items).hasSize(7);
        assertThat(items.subList(0, 4)).allMatch(item -> item instanceof Ignored);
        assertThat(items.stream()
                        .filter(item -> item instanceof InboundMessage message
                                && "Hola".equals(message.content().text())))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\": \"whatsapp_business_account\", \"entry\": [%s, {\"id\": \"9\"}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [%s, {\"id\": \"9\", \"changes\": [{\"field\": \"messages\", \"value\": 1}]}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [%s, {\"id\": \"9\", \"changes\": [\"messages\"]}]}",
                "{\"object\": \"whatsapp_business_account\", \"entry\": [%s, 5]}"
            })
    void badEntrySpoilsNoneOfItsNeighbours(String envelope) {
        String good = messages(HELLO);
        String entry = good.substring(good.indexOf('[') + 1, good.lastIndexOf(']'));

        var items = items(envelope.formatted(entry));

        assertThat(items).hasSize(2);
        assertThat(items.getFirst()).isInstanceOf(InboundMessage.class);
        assertThat(items.getLast()).isInstanceOf(Ignored.class);
    }

    @Test
    void unknownFieldIsNamed() {
        assertThat(only(Ignored.class, change("brand_new_field", "{\"a\": 1}")))
                .isEqualTo(new Ignored(new ProviderAccount(null, null, "900800700"), "unknown field brand_new_field"));
    }

    @Test
    void unknownFieldWithMessagesInItIsRead() {
        assertThat(text(value("brand_new_field", "\"messages\": [" + HELLO + "]")))
                .isEqualTo("Hola");
    }

    @Test
    void knownFieldWithNothingInItSaysSo() {
        assertThat(only(Ignored.class, change("messages", "{}")).reason())
                .isEqualTo("nothing to act on in the field messages");
    }

    @Test
    void changeWithoutAFieldIsReadByWhatIsInIt() {
        assertThat(text(messages(HELLO).replace("\"field\": \"messages\",", "")))
                .isEqualTo("Hola");
    }

    @Test
    void webhookWithoutItsObjectIsRead() {
        assertThat(text(messages(HELLO).replace("\"object\": \"whatsapp_business_account\",", "")))
                .isEqualTo("Hola");
    }

    @Test
    void changeByItselfIsReadAsTheDashboardSendsIt() {
        assertThat(text("{\"field\": \"messages\", \"value\": {\"messages\": [" + HELLO + "]}}"))
                .isEqualTo("Hola");
        assertThat(text("{\"messages\": [" + HELLO + "]}")).isEqualTo("Hola");
    }

    @Test
    void numbersServeAsIds() {
        StatusUpdate status = only(
                StatusUpdate.class,
                "{\"entry\": {\"id\": 12345678901234567890, \"changes\": {\"value\": {\"metadata\":"
                        + " {\"phone_number_id\": 77, \"display_phone_number\": 34910000001},"
                        + " \"statuses\": {\"id\": 5, \"status\": \"sent\"}}}}}");

        assertThat(status.account()).isEqualTo(new ProviderAccount("77", "34910000001", "12345678901234567890"));
        assertThat(status.externalId()).isEqualTo("5");
    }

    @Test
    void nulCharactersAreTakenOutEverywhere() {
        InboundMessage message = only(
                InboundMessage.class,
                messages("{\"from\": \"34600\\u0000000002\", \"id\": \"wamid.\\u0000A\", \"type\": \"text\","
                        + " \"text\": {\"body\": \"Ho\\u0000la\"}, \"x\\u0000y\": [\"\\u0000\", {\"k\\u0000\": 1}]}"));

        assertThat(message.customer().address()).isEqualTo("34600000002");
        assertThat(message.externalId()).isEqualTo("wamid.A");
        assertThat(message.content().text()).isEqualTo("Hola");
        assertThat(requireNonNull(message.extra()).toString()).isEqualTo("{\"xy\":[\"\",{\"k\":1}]}");
    }

    @Test
    void halvesOfCharactersAreReplaced() throws Exception {
        InboundMessage message = only(InboundMessage.class, messages(fromLucia("""
                        "type": "text", "text": {"body": "a\\ud83db \\ude00 \\ud83d\\ude00"}, "y": "\\udead\"""")));

        assertThat(message.content().text()).isEqualTo("a\uFFFDb \uFFFD 😀");
        // Written as bytes, half a character would fail far from here.
        assertThat(JSON.writeValueAsBytes(message.extra())).isNotEmpty();
    }

    @Test
    void oneBrokenByteDoesNotCostTheMessage() {
        byte[] body = messages(HELLO).getBytes(StandardCharsets.UTF_8);
        byte[] hola = "Hola".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            if (Arrays.equals(body, i, i + hola.length, hola, 0, hola.length)) {
                body[i] = (byte) 0xC3;
                break;
            }
        }

        InboundMessage message = (InboundMessage) PARSER.parse(body).items().getFirst();

        assertThat(message.content().text()).isEqualTo("\uFFFDola");
    }

    @Test
    void byteOrderMarkIsNoProblem() {
        assertThat(parse("\uFEFF" + messages(HELLO)).problem()).isNull();
    }

    @Test
    void absurdlyLongTextIsCutBetweenCharacters() {
        String text = "x" + "😀".repeat(40_000);

        InboundMessage message = only(
                InboundMessage.class,
                messages(fromLucia("\"type\": \"text\", \"text\": {\"body\": \"" + text + "\"}")));

        assertThat(message.content().problem()).startsWith("the text is cut");
        String cut = requireNonNull(message.content().text());
        assertThat(cut).hasSize(WireJson.MAX_TEXT_LENGTH - 1).endsWith("😀");
        assertThat(text).startsWith(cut);
    }

    @Test
    void absurdlyLongIdIsNoId() {
        InboundMessage message = only(
                InboundMessage.class,
                messages("{\"from\": \"34600000002\", \"id\": \"" + "w".repeat(600)
                        + "\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}"));

        assertThat(message.externalId()).isNull();
    }

    @Test
    void absurdlyLargeRemainderIsLeftOut() {
        InboundMessage message = only(
                InboundMessage.class,
                messages(fromLucia(
                        "\"type\": \"text\", \"text\": {\"body\": \"x\"}, \"y\": [" + "1,".repeat(80_000) + "1]")));

        assertThat(requireNonNull(message.extra()).toString()).isEqualTo("{\"leftOut\":\"too large\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 100_000})
    void deepNestingEndsWell(int depth) {
        String deep = "[".repeat(depth) + "]".repeat(depth);

        ParsedWebhook parsed = parse(messages(fromLucia("\"type\": \"text\", \"text\": " + deep)));

        assertThat(parsed.items().isEmpty()).isEqualTo(parsed.problem() != null);
    }

    @Test
    void sameBytesGiveTheSameItems() {
        byte[] body = together(messages(HELLO), accountChange("account_update", "{\"event\": \"X\"}"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(PARSER.parse(body)).isEqualTo(PARSER.parse(body));
    }

    @Test
    void itemsNameTheAccountTheyAreFor() {
        assertThat(items(messages(HELLO))).allMatch(item -> item.account().equals(ACCOUNT));
        assertThat(List.of(only(Ignored.class, change("x", "{}")).account()))
                .containsExactly(new ProviderAccount(null, null, "900800700"));
    }
}
