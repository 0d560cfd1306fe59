package dev.tertulia.messaging.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundParty;
import dev.tertulia.messaging.inbound.ProviderAccount;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Webhooks of an account in Madrid to which Lucía writes, and what comes of parsing them. */
final class Webhooks {

    static final ObjectMapper JSON = new ObjectMapper();
    static final WhatsAppWebhookParser PARSER = new WhatsAppWebhookParser(JSON);

    static final String OUR_NUMBER = "34910000001";
    static final String LUCIA = "34600000002";
    static final ProviderAccount ACCOUNT = new ProviderAccount("100200300", OUR_NUMBER, "900800700");
    static final InboundParty LUCIA_PARTY =
            new InboundParty(LUCIA, "+" + LUCIA, "ES.55501", "ES.ENT.77701", null, "Lucía Prado");
    static final Instant NOON = Instant.parse("2025-05-05T12:00:00Z");

    private static final String CONTACTS = """
            "contacts": [{"profile": {"name": "Lucía Prado"}, "wa_id": "34600000002",
              "user_id": "ES.55501", "parent_user_id": "ES.ENT.77701"}]""";

    private static final String METADATA = """
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "34910000001", "phone_number_id": "100200300"}""";

    private Webhooks() {}

    /** A message of Lucía's, with these members beside the usual ones. */
    static String fromLucia(String members) {
        return """
            {"from": "34600000002", "id": "wamid.A1", "timestamp": "1746446400", %s}""".formatted(members);
    }

    static String messages(String... messages) {
        return value("messages", "\"messages\": [" + String.join(",", messages) + "]");
    }

    static String statuses(String... statuses) {
        return value("messages", "\"statuses\": [" + String.join(",", statuses) + "]");
    }

    /** A change of this field with our number, Lucía, and these members. */
    static String value(String field, String members) {
        return change(field, "{" + METADATA + "," + CONTACTS + "," + members + "}");
    }

    static String valueWithoutContacts(String field, String members) {
        return change(field, "{" + METADATA + "," + members + "}");
    }

    static String change(String field, String value) {
        return """
            {"object": "whatsapp_business_account", "entry": [
              {"id": "900800700", "changes": [{"field": "%s", "value": %s}]}]}""".formatted(field, value);
    }

    /** A change of the account, which has its time on the entry and no number of ours. */
    static String accountChange(String field, String value) {
        return """
            {"object": "whatsapp_business_account", "entry": [
              {"id": "900800700", "time": 1746446400, "changes": [{"field": "%s", "value": %s}]}]}""".formatted(field, value);
    }

    /** The changes of several webhooks as one. */
    static String together(String... webhooks) {
        return Stream.of(webhooks)
                .map(webhook -> webhook.substring(webhook.indexOf('[') + 1, webhook.lastIndexOf(']')))
                .collect(Collectors.joining(",", "{\"object\": \"whatsapp_business_account\", \"entry\": [", "]}"));
    }

    static List<InboundItem> items(String webhook) {
        var parsed = PARSER.parse(webhook.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.problem()).isNull();
        return parsed.items();
    }

    static <T extends InboundItem> T only(Class<T> kind, String webhook) {
        List<InboundItem> items = items(webhook);
        assertThat(items).hasSize(1);
        assertThat(items.getFirst()).isInstanceOf(kind);
        return kind.cast(items.getFirst());
    }
}
