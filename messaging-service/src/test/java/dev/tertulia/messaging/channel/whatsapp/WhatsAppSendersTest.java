package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.LUCIA_PARTY;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.NOON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.items;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.messages;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.valueWithoutContacts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.InboundParty;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatsAppSendersTest {

    @Test
    void customerWithoutANumberIsReachedByTheirUserId() {
        InboundMessage message = only(InboundMessage.class, valueWithoutContacts("messages", """
                        "contacts": [{"profile": {"name": "Mar", "username": "@mar"}, "user_id": "ES.42"}],
                        "messages": [{"id": "wamid.B", "timestamp": 1746446400, "type": "text", "text": {"body": "Hola"}}]"""));

        assertThat(message.customer()).isEqualTo(new InboundParty("ES.42", null, "ES.42", null, "@mar", "Mar"));
        assertThat(message.providerTime()).isEqualTo(NOON);
    }

    @Test
    void numberMissingInTheMessageIsTakenFromTheContact() {
        InboundMessage message = only(
                InboundMessage.class,
                messages(
                        "{\"from_user_id\": \"ES.55501\", \"id\": \"w\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}"));

        assertThat(message.customer()).isEqualTo(LUCIA_PARTY);
    }

    @Test
    void eachSenderGetsTheirOwnName() {
        List<String> names = items(valueWithoutContacts("messages", """
                        "contacts": [{"profile": {"name": "Uno"}, "wa_id": "34600000011"},
                                     {"profile": {"name": "Dos"}, "wa_id": "34600000012"}],
                        "messages": [{"from": "+34600000012", "id": "a", "type": "text", "text": {"body": "x"}},
                                     {"from": "34600000011", "id": "b", "type": "text", "text": {"body": "x"}},
                                     {"from": "34600000013", "id": "c", "type": "text", "text": {"body": "x"}}]""")).stream()
                .map(item -> String.valueOf(((InboundMessage) item).customer().name()))
                .toList();

        assertThat(names).containsExactly("Dos", "Uno", "null");
    }

    @Test
    void onlyContactIsTheSenderThoughTheNumberIsWrittenOtherwise() {
        InboundParty customer = only(
                        InboundMessage.class,
                        messages(
                                "{\"from\": \"5541900000000\", \"id\": \"w\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}"))
                .customer();

        assertThat(customer.address()).isEqualTo("5541900000000");
        assertThat(customer.phone()).isEqualTo("+5541900000000");
        assertThat(customer.name()).isEqualTo("Lucía Prado");
    }

    @Test
    void contactWithAnotherUserIdIsSomebodyElse() {
        InboundParty customer = only(InboundMessage.class, messages("""
                                {"from": "34600000099", "from_user_id": "ES.999", "id": "w", "type": "text",
                                 "text": {"body": "x"}}""")).customer();

        assertThat(customer).isEqualTo(new InboundParty("34600000099", "+34600000099", "ES.999", null, null, null));
    }

    @Test
    void messageOfNobodyIsIgnored() {
        assertThat(only(
                                Ignored.class,
                                valueWithoutContacts(
                                        "messages",
                                        "\"messages\": [{\"id\": \"w\", \"type\": \"text\", \"text\": {\"body\": \"x\"}}]"))
                        .reason())
                .isEqualTo("a message that does not say whose it is");
    }
}
