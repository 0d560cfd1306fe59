package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.items;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.valueWithoutContacts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.DeliveryStatus;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.inbound.Reaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppEchoesAndHistoryTest {

    private static final InboundParty CUSTOMER =
            new InboundParty("34600000002", "+34600000002", "ES.55501", null, null, null);

    private static String echo(String members) {
        return valueWithoutContacts("smb_message_echoes", """
                "message_echoes": [{"from": "34910000001", "to": "34600000002", "to_user_id": "ES.55501",
                  "id": "wamid.E", "timestamp": "1746446400", %s}]""".formatted(members));
    }

    @Test
    void echoIsSaidByUsToTheCustomer() {
        InboundMessage echo = only(InboundMessage.class, echo("\"type\": \"text\", \"text\": {\"body\": \"Ya sale\"}"));

        assertThat(echo.fromBusiness()).isTrue();
        assertThat(echo.historical()).isFalse();
        assertThat(echo.customer()).isEqualTo(CUSTOMER);
        assertThat(echo.content().text()).isEqualTo("Ya sale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message_echoes", "smb_message_echoes"})
    void messagesInAnEchoFieldAreEchoes(String field) {
        assertThat(only(InboundMessage.class, valueWithoutContacts(field, """
                                        "messages": [{"from": "34910000001", "to": "34600000002", "id": "wamid.E",
                                          "type": "text", "text": {"body": "Ya sale"}}]""")).fromBusiness())
                .isTrue();
    }

    @Test
    void echoesEditDeleteAndReact() {
        MessageEdited edited = only(MessageEdited.class, echo("""
                        "type": "edit", "edit": {"original_message_id": "wamid.O",
                          "message": {"type": "text", "text": {"body": "Mejor"}}}"""));
        MessageDeleted deleted = only(
                MessageDeleted.class, echo("\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"wamid.O\"}"));
        Reaction reaction = only(
                Reaction.class,
                echo("\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.O\", \"emoji\": \"🙏\"}"));

        assertThat(edited.fromBusiness()).isTrue();
        assertThat(edited.newContent().text()).isEqualTo("Mejor");
        assertThat(deleted.fromBusiness()).isTrue();
        assertThat(deleted.customer()).isEqualTo(CUSTOMER);
        assertThat(reaction.fromBusiness()).isTrue();
    }

    @Test
    void echoWithItsEndsSwappedStillFindsTheCustomer() {
        InboundMessage echo = only(InboundMessage.class, valueWithoutContacts("smb_message_echoes", """
                        "message_echoes": [{"from": "34600000002", "to": "+34910000001", "id": "wamid.E",
                          "type": "text", "text": {"body": "x"}}]"""));

        assertThat(echo.customer().address()).isEqualTo("34600000002");
        assertThat(echo.fromBusiness()).isTrue();
    }

    @Test
    void echoToNobodyIsIgnored() {
        assertThat(only(Ignored.class, valueWithoutContacts("smb_message_echoes", """
                                        "message_echoes": [{"from": "34910000001", "id": "wamid.E", "type": "text",
                                          "text": {"body": "x"}}]"""))
                        .reason())
                .contains("whose");
    }

    @Test
    void buttonsThatWeSentFromElsewhereAreKept() {
        InboundMessage echo = only(InboundMessage.class, echo("""
                        "type": "interactive", "interactive": {"type": "button", "body": {"text": "¿Sí o no?"},
                          "action": {"buttons": []}}"""));

        assertThat(echo.content().kind()).isEqualTo(MessageKind.INTERACTIVE);
        assertThat(echo.content().text()).isEqualTo("¿Sí o no?");
    }

    @Test
    void historyKnowsWhoSpokeAndHowFarItCame() {
        List<InboundItem> items = items(valueWithoutContacts("history", """
                "history": [{"metadata": {"phase": 0, "chunk_order": 1, "progress": 40}, "threads": [
                  {"id": "34600000002", "messages": [
                    {"from": "34910000001", "to": "34600000002", "id": "h1", "timestamp": "1746446400", "type": "text",
                     "text": {"body": "Buenas"}, "history_context": {"status": "READ"}},
                    {"from": "34600000002", "id": "h2", "timestamp": "1746446401", "type": "text",
                     "text": {"body": "Hola"}, "history_context": {"status": "PENDING"}},
                    {"from": "34910000001", "id": "h3", "type": "media_placeholder",
                     "history_context": {"from_me": true, "status": "error"}}]},
                  {"id": "ES.9", "context": {"user_id": "ES.9", "username": "@mar"}, "messages": [
                    {"from_user_id": "ES.9", "id": "h4", "type": "text", "text": {"body": "Soy Mar"}}]}]}]"""));

        assertThat(items).hasSize(4).allSatisfy(item -> {
            InboundMessage message = (InboundMessage) item;
            assertThat(message.historical()).isTrue();
        });
        assertThat(items)
                .extracting(item -> ((InboundMessage) item).customer().address())
                .containsExactly("34600000002", "34600000002", "34600000002", "ES.9");
        assertThat(items)
                .extracting(item -> ((InboundMessage) item).fromBusiness())
                .containsExactly(true, false, true, false);
        assertThat(items)
                .extracting(item -> ((InboundMessage) item).knownStatus())
                .containsExactly(DeliveryStatus.READ, null, DeliveryStatus.FAILED, null);
        assertThat(((InboundMessage) items.get(2)).content().unsupportedType()).isEqualTo("media_placeholder");
    }

    @Test
    void filesOfTheHistoryComeAfterwards() {
        InboundMessage message = only(InboundMessage.class, valueWithoutContacts("history", """
                        "messages": [{"from": "34600000002", "id": "h3", "timestamp": "1746446400", "type": "image",
                          "image": {"id": "m1", "mime_type": "image/jpeg"}}]"""));

        assertThat(message.historical()).isTrue();
        assertThat(message.fromBusiness()).isFalse();
        assertThat(message.content().attachments().getFirst().providerMediaId()).isEqualTo("m1");
    }
}
