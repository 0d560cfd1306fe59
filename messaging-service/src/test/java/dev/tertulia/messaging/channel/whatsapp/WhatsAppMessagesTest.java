package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.ACCOUNT;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.LUCIA_PARTY;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.NOON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.change;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.fromLucia;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.messages;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.value;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.ChatOpened;
import dev.tertulia.messaging.inbound.ContactCard;
import dev.tertulia.messaging.inbound.GeoLocation;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundAttachment;
import dev.tertulia.messaging.inbound.InboundContent;
import dev.tertulia.messaging.inbound.InboundContext;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InteractiveReply;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.inbound.ProductOrder;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.Reaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppMessagesTest {

    private static InboundMessage message(String members) {
        return only(InboundMessage.class, messages(fromLucia(members)));
    }

    private static InboundContent content(String members) {
        return message(members).content();
    }

    private static InteractiveReply reply(String members) {
        return requireNonNull(content(members).interactive());
    }

    @Test
    void textSaysWhoWroteWhatWhenAndToWhom() {
        assertThat(message("\"type\": \"text\", \"text\": {\"body\": \" Buenas tardes \"}"))
                .isEqualTo(new InboundMessage(
                        ACCOUNT,
                        "wamid.A1",
                        LUCIA_PARTY,
                        false,
                        false,
                        null,
                        null,
                        NOON,
                        InboundContent.text(" Buenas tardes "),
                        InboundContext.NONE,
                        List.of(),
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "image, IMAGE, image/jpeg",
        "video, VIDEO, video/mp4",
        "document, DOCUMENT, application/pdf",
        "sticker, STICKER, image/webp"
    })
    void filesKeepWhatIsNeededToFetchThem(String type, MessageKind kind, String mime) {
        InboundContent content = content("""
                "type": "%1$s", "%1$s": {"id": 778899, "mime_type": "%2$s", "sha256": "q1w2=", "file_size": "2048",
                  "caption": "Mira", "filename": "a b.pdf", "animated": true, "url": "https://files.example/1"}""".formatted(type, mime));

        assertThat(content)
                .isEqualTo(InboundContent.medium(
                        new InboundAttachment(
                                kind,
                                "778899",
                                mime,
                                "a b.pdf",
                                "q1w2=",
                                2048L,
                                false,
                                true,
                                true,
                                "https://files.example/1"),
                        "Mira"));
    }

    @Test
    void voiceNoteIsAudioThatSaysSo() {
        InboundAttachment note = content("\"type\": \"audio\", \"audio\": {\"id\": \"5\", \"voice\": true}")
                .attachments()
                .getFirst();
        InboundAttachment file = content("\"type\": \"audio\", \"audio\": {\"id\": \"6\", \"voice\": false}")
                .attachments()
                .getFirst();
        InboundAttachment old = content("\"type\": \"voice\", \"voice\": {\"id\": \"7\"}")
                .attachments()
                .getFirst();

        assertThat(note.voice()).isTrue();
        assertThat(file.voice()).isFalse();
        assertThat(old.voice()).isTrue();
        assertThat(old.kind()).isEqualTo(MessageKind.AUDIO);
    }

    @Test
    void fileThatMetaCouldNotGetIsNotToBeFetched() {
        InboundMessage message = only(InboundMessage.class, change("messages", """
                        {"contacts": [{"profile": {"name": "Lucía"}, "wa_id": "34600000002"}],
                         "messages": [{"from": "34600000002", "timestamp": "1746446400", "type": "image",
                           "image": {"id": "m-1", "caption": "La factura"},
                           "errors": [{"code": 131052, "title": "Media download error", "details": "Throttled"}]}]}"""));

        assertThat(message.externalId()).isNull();
        assertThat(message.account().phoneNumberId()).isNull();
        assertThat(message.content().text()).isEqualTo("La factura");
        assertThat(message.content().attachments().getFirst().available()).isFalse();
        assertThat(message.errors()).containsExactly(new ProviderError("131052", "Media download error", "Throttled"));
    }

    @Test
    void fileWithoutAnIdIsNotToBeFetched() {
        InboundContent content = content("\"type\": \"image\", \"image\": {\"mime_type\": \"image/png\"}");

        assertThat(content.kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(content.attachments().getFirst().available()).isFalse();
    }

    @Test
    void locationMayHaveItsNumbersAsText() {
        assertThat(content("""
                                "type": "location", "location": {"latitude": "40.4168", "longitude": -3.7038,
                                  "name": "Puerta del Sol", "address": "Madrid", "url": "https://maps.example/sol"}""").location())
                .isEqualTo(new GeoLocation(40.4168, -3.7038, "Puerta del Sol", "Madrid", "https://maps.example/sol"));
    }

    @Test
    void locationWithoutCoordinatesIsUnsupported() {
        InboundContent content = content("\"type\": \"location\", \"location\": {\"latitude\": 1.5}");

        assertThat(content.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(content.problem()).isEqualTo("the location has no coordinates");
    }

    @Test
    void cardsMayLackNamesAndNumbers() throws Exception {
        List<ContactCard> cards = content("""
                        "type": "contacts", "contacts": [
                          {"name": {"formatted_name": "Taller Ruiz", "first_name": "Taller"}, "org": {"company": "Ruiz SL"},
                           "phones": [{"phone": "+34 600 00 00 03", "wa_id": "34600000003", "type": "WORK"}],
                           "emails": [{"email": "taller@example.org", "type": "WORK"}]},
                          {"name": {"first_name": "Ana", "last_name": "Gil"}},
                          {"vcard": "BEGIN:VCARD\\nEND:VCARD", "phones": [{"phone": "600000004"}]}]""").contacts();

        assertThat(cards).hasSize(3);
        assertThat(cards.get(0))
                .isEqualTo(new ContactCard(
                        "Taller Ruiz",
                        "Ruiz SL",
                        List.of(new ContactCard.CardPhone("+34 600 00 00 03", "34600000003", "WORK")),
                        List.of(new ContactCard.CardEmail("taller@example.org", "WORK")),
                        null,
                        cards.get(0).details()));
        assertThat(cards.get(1).name()).isEqualTo("Ana Gil");
        assertThat(cards.get(1).phones()).isEmpty();
        assertThat(cards.get(2).name()).isNull();
        assertThat(cards.get(2).vcard()).isEqualTo("BEGIN:VCARD\nEND:VCARD");
        assertThat(cards.get(1).details())
                .isEqualTo(JSON.readTree("{\"name\": {\"first_name\": \"Ana\", \"last_name\": \"Gil\"}}"));
    }

    @Test
    void buttonAndListRepliesGiveBackOurIds() {
        assertThat(content("""
                        "type": "interactive", "interactive": {"type": "button_reply",
                          "button_reply": {"id": "si", "title": "Sí"}}"""))
                .isEqualTo(InboundContent.reply(
                        new InteractiveReply(InteractiveReply.BUTTON_REPLY, "si", "Sí", null, null)));
        assertThat(content("""
                                "type": "interactive", "interactive": {"type": "list_reply",
                                  "list_reply": {"id": "r7", "title": "Mañana", "description": "De 9 a 12"}}""").interactive())
                .isEqualTo(new InteractiveReply(InteractiveReply.LIST_REPLY, "r7", "Mañana", "De 9 a 12", null));
    }

    @Test
    void replyTitleIsTheText() {
        assertThat(content("\"type\": \"button\", \"button\": {\"text\": \"Confirmar\", \"payload\": \"c-1\"}")
                        .text())
                .isEqualTo("Confirmar");
    }

    @Test
    void templateButtonMayLackItsPayload() {
        assertThat(content("\"type\": \"button\", \"button\": {\"text\": \"Confirmar\"}")
                        .interactive())
                .isEqualTo(new InteractiveReply(InteractiveReply.TEMPLATE_BUTTON, null, "Confirmar", null, null));
    }

    @Test
    void formReplyIsReadOutOfItsString() throws Exception {
        InteractiveReply reply = reply("""
                        "type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "flow",
                          "body": "Enviado", "response_json": "{\\"flow_token\\": \\"t-9\\", \\"nota\\": \\"10\\"}"}}""");

        assertThat(reply)
                .isEqualTo(new InteractiveReply(
                        InteractiveReply.FORM_REPLY,
                        "t-9",
                        "Enviado",
                        null,
                        JSON.readTree("{\"flow_token\": \"t-9\", \"nota\": \"10\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"not json\"", "\"{broken\"", "\"\""})
    void formReplyThatIsNotJsonIsKeptAsItIs(String response) throws Exception {
        InteractiveReply reply = reply("\"type\": \"interactive\", \"interactive\": {\"type\": \"nfm_reply\","
                + " \"nfm_reply\": {\"name\": \"address_message\", \"response_json\": " + response + "}}");

        assertThat(reply.response()).isEqualTo(JSON.readTree(response));
        assertThat(reply.description()).isEqualTo("address_message");
    }

    @Test
    void callPermissionIsAReplyWhoseIdIsTheAnswer() {
        InteractiveReply reply = reply("""
                        "type": "interactive", "interactive": {"type": "call_permission_reply",
                          "call_permission_reply": {"response": "reject", "response_source": "user_action"}}""");

        assertThat(reply.type()).isEqualTo(InteractiveReply.CALL_PERMISSION_REPLY);
        assertThat(reply.id()).isEqualTo("reject");
        assertThat(requireNonNull(reply.response()).get("response_source").asText())
                .isEqualTo("user_action");
    }

    @Test
    void interactiveThatIsNotKnownIsKept() {
        InteractiveReply reply = reply("""
                        "type": "interactive", "interactive": {"type": "tea_reply", "body": {"text": "Té"},
                          "tea_reply": {"leaf": "green"}}""");

        assertThat(reply.type()).isEqualTo("tea_reply");
        assertThat(reply.title()).isEqualTo("Té");
        assertThat(requireNonNull(reply.response()).at("/tea_reply/leaf").asText())
                .isEqualTo("green");
    }

    @Test
    void errorBesideTheOnlyMessageIsItsOwn() {
        InboundMessage message = only(
                InboundMessage.class,
                value(
                        "messages",
                        "\"messages\": [" + fromLucia("\"type\": \"interactive\"")
                                + "], \"errors\": [{\"code\": 131000, \"title\": \"Something went wrong\"}]"));

        assertThat(message.content().kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(message.content().problem()).isEqualTo("type says interactive but there is no interactive object");
        assertThat(message.errors()).containsExactly(new ProviderError("131000", "Something went wrong", null));
    }

    @Test
    void orderIsInteractiveWithItsItems() {
        InboundContent content = content("""
                "type": "order", "order": {"catalog_id": "c1", "text": "Sin cebolla", "product_items": [
                  {"product_retailer_id": "TORTILLA", "quantity": "2", "item_price": 7.5, "currency": "EUR"}]}""");

        assertThat(content.kind()).isEqualTo(MessageKind.INTERACTIVE);
        assertThat(requireNonNull(content.interactive()).type()).isEqualTo(InteractiveReply.ORDER);
        assertThat(content.text()).isEqualTo("Sin cebolla");
        assertThat(content.order())
                .isEqualTo(new ProductOrder(
                        "c1",
                        "Sin cebolla",
                        List.of(new ProductOrder.Item("TORTILLA", new BigDecimal("2"), new BigDecimal("7.5"), "EUR"))));
    }

    @Test
    void contextTellsWhatItAnswersAndWhetherItWasForwarded() {
        assertThat(message("""
                                "type": "text", "text": {"body": "¿Queda?"}, "context": {"id": "wamid.Q", "forwarded": true,
                                  "referred_product": {"catalog_id": "c1", "product_retailer_id": "SILLA"}}""").context())
                .isEqualTo(new InboundContext(
                        "wamid.Q", true, false, new InboundContext.ReferredProduct("c1", "SILLA"), null));
        assertThat(message(
                                "\"type\": \"text\", \"text\": {\"body\": \"x\"}, \"context\": {\"frequently_forwarded\": true}")
                        .context())
                .isEqualTo(new InboundContext(null, true, true, null, null));
    }

    @Test
    void adReferralIsKept() {
        InboundContext.AdReferral ad = message("""
                        "type": "text", "text": {"body": "Hola"}, "referral": {"source_type": "ad", "source_id": 990011,
                          "source_url": "https://fb.example/ad", "headline": "Rebajas", "body": "Todo al 50",
                          "media_type": "image", "image_url": "https://fb.example/i", "ctwa_clid": "click-1"}""").context().adReferral();

        assertThat(ad)
                .isEqualTo(new InboundContext.AdReferral(
                        "ad",
                        "990011",
                        "https://fb.example/ad",
                        "Rebajas",
                        "Todo al 50",
                        "image",
                        "https://fb.example/i",
                        null,
                        null,
                        "click-1"));
    }

    @Test
    void typeIsInferredFromWhatIsThere() {
        assertThat(content("\"location\": {\"latitude\": 1, \"longitude\": 2}").kind())
                .isEqualTo(MessageKind.LOCATION);
        assertThat(content("\"text\": {\"body\": \"Hola\"}").text()).isEqualTo("Hola");
    }

    @Test
    void messageWithNothingInItIsUnsupportedAndSaysSo() {
        InboundContent content = content("\"foo\": 1");

        assertThat(content.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(content.problem()).contains("neither a type nor a content");
    }

    @Test
    void unsupportedKeepsWhatItWas() {
        assertThat(content("\"type\": \"unsupported\", \"unsupported\": {\"type\": \"poll\"}"))
                .isEqualTo(InboundContent.unsupported("poll", null));
        InboundMessage ephemeral = message("\"type\": \"ephemeral\", \"text\": {\"body\": \"Psst\"}");
        assertThat(ephemeral.content()).isEqualTo(InboundContent.unsupported("ephemeral", null));
        assertThat(requireNonNull(ephemeral.extra()).at("/text/body").asText()).isEqualTo("Psst");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "image",
                "audio",
                "video",
                "document",
                "sticker",
                "location",
                "contacts",
                "interactive",
                "button",
                "order",
                "template"
            })
    void typeWithoutItsObjectIsUnsupportedAndSaysSo(String type) {
        InboundContent content = content("\"type\": \"" + type + "\"");

        assertThat(content.kind()).isEqualTo(MessageKind.UNSUPPORTED);
        assertThat(content.problem()).isEqualTo("type says " + type + " but there is no " + type + " object");
    }

    @Test
    void reactionsAreGivenAndTakenBack() {
        assertThat(only(Reaction.class, messages(fromLucia("""
                                "type": "reaction", "reaction": {"message_id": "wamid.Q", "emoji": "👩🏽‍🚀"}"""))))
                .isEqualTo(
                        new Reaction(ACCOUNT, "wamid.A1", LUCIA_PARTY, false, false, null, "wamid.Q", "👩🏽‍🚀", NOON));
        for (String removed :
                List.of("{\"message_id\": \"wamid.Q\", \"emoji\": \"\"}", "{\"message_id\": \"wamid.Q\"}")) {
            assertThat(only(Reaction.class, messages(fromLucia("\"type\": \"reaction\", \"reaction\": " + removed)))
                            .emoji())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "revoke", "edit"})
    void whatIsAboutNoMessageIsIgnored(String type) {
        assertThat(only(Ignored.class, messages(fromLucia("\"type\": \"" + type + "\", \"" + type + "\": {}")))
                        .reason())
                .isEqualTo("a message of type " + type + " that does not say which message it is about");
    }

    @Test
    void editNamesItsTargetAndTheNewContent() {
        MessageEdited edited = only(MessageEdited.class, messages(fromLucia("""
                        "type": "edit", "edit": {"original_message_id": "wamid.O", "message": {"context": {"id": "M0"},
                          "type": "image", "image": {"id": "i-2", "caption": "Mejor así"}}}""")));

        assertThat(edited.externalId()).isEqualTo("wamid.A1");
        assertThat(edited.targetExternalId()).isEqualTo("wamid.O");
        assertThat(edited.customer()).isEqualTo(LUCIA_PARTY);
        assertThat(edited.newContent().kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(edited.newContent().text()).isEqualTo("Mejor así");
    }

    @Test
    void editWithoutContentSaysSo() {
        assertThat(only(
                                MessageEdited.class,
                                messages(fromLucia(
                                        "\"type\": \"edit\", \"edit\": {\"original_message_id\": \"wamid.O\"}")))
                        .newContent()
                        .problem())
                .isNotBlank();
    }

    @Test
    void deletionNamesItsTarget() {
        assertThat(only(
                        MessageDeleted.class,
                        messages(
                                fromLucia("\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"wamid.O\"}"))))
                .isEqualTo(new MessageDeleted(ACCOUNT, "wamid.A1", LUCIA_PARTY, false, null, "wamid.O", NOON));
    }

    @Test
    void openedChatIsNotAMessage() {
        assertThat(only(ChatOpened.class, messages(fromLucia("\"type\": \"request_welcome\"")))
                        .customer())
                .isEqualTo(LUCIA_PARTY);
    }

    @Test
    void groupMessageNamesItsGroup() {
        assertThat(message("\"group_id\": \"Y2F-1\", \"type\": \"text\", \"text\": {\"body\": \"Hola a todos\"}")
                        .groupId())
                .isEqualTo("Y2F-1");
    }

    @Test
    void whatIsNotReadIsKeptBesideTheMessage() {
        InboundMessage message =
                message("\"type\": \"text\", \"text\": {\"body\": \"x\"}, \"origin\": \"contact_request/other\"");

        assertThat(requireNonNull(message.extra()).toString()).isEqualTo("{\"origin\":\"contact_request/other\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"1746446400\"', 2025-05-05T12:00:00Z",
        "1746446400, 2025-05-05T12:00:00Z",
        "1746446400123, 2025-05-05T12:00:00.123Z",
        "'\"1.7464464E9\"', 2025-05-05T12:00:00Z",
        "'\"TIMESTAMP\"',",
        "'\"\"',",
        "0,",
        "-5,",
        "1.5,",
        "1e400,",
        "'\"1e999999999\"',",
        "99999999999999999999,",
        "'{}',",
        "null,"
    })
    void timesAreReadWhateverTheirForm(String json, @Nullable Instant expected) {
        InboundMessage message = only(
                InboundMessage.class,
                messages("{\"from\": \"34600000002\", \"id\": \"w\", \"type\": \"text\", \"text\": {\"body\": \"x\"},"
                        + " \"timestamp\": " + json + "}"));

        assertThat(message.providerTime()).isEqualTo(expected);
    }
}
