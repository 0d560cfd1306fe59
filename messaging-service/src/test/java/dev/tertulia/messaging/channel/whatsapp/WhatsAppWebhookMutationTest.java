package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.PARSER;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.accountChange;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.fromLucia;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.messages;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.statuses;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.together;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.ParsedWebhook;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a webhook, the parser answers, and what was left alone is read. */
class WhatsAppWebhookMutationTest {

    private static final int ROUNDS = 300;

    private static final String UNTOUCHED = fromLucia("\"type\": \"text\", \"text\": {\"body\": \"Sigo aquí\"}");

    /** One of each shape, so that mutations reach every reader. */
    private static final String EVERYTHING = together(
            messages(
                    fromLucia("\"type\": \"text\", \"text\": {\"body\": \"Hola\"}, \"context\": {\"id\": \"q\","
                            + " \"forwarded\": true, \"referred_product\": {\"catalog_id\": \"c\"}},"
                            + " \"referral\": {\"source_id\": \"1\"}, \"errors\": [{\"code\": 1}]"),
                    fromLucia("\"type\": \"image\", \"image\": {\"id\": \"1\", \"file_size\": 3, \"caption\": \"c\"}"),
                    fromLucia("\"type\": \"location\", \"location\": {\"latitude\": 1, \"longitude\": 2}"),
                    fromLucia(
                            "\"type\": \"contacts\", \"contacts\": [{\"name\": {\"first_name\": \"A\"}, \"phones\":"
                                    + " [{\"phone\": \"1\"}], \"emails\": [{\"email\": \"e\"}], \"org\": {\"company\": \"c\"}}]"),
                    fromLucia("\"type\": \"interactive\", \"interactive\": {\"type\": \"nfm_reply\", \"nfm_reply\":"
                            + " {\"response_json\": \"{\\\"a\\\": 1}\", \"body\": \"b\"}}"),
                    fromLucia("\"type\": \"interactive\", \"interactive\": {\"type\": \"list_reply\", \"list_reply\":"
                            + " {\"id\": \"i\", \"title\": \"t\"}}"),
                    fromLucia("\"type\": \"button\", \"button\": {\"text\": \"t\", \"payload\": \"p\"}"),
                    fromLucia("\"type\": \"order\", \"order\": {\"product_items\": [{\"quantity\": 1}]}"),
                    fromLucia("\"type\": \"reaction\", \"reaction\": {\"message_id\": \"m\", \"emoji\": \"e\"}"),
                    fromLucia("\"type\": \"edit\", \"edit\": {\"original_message_id\": \"m\", \"message\":"
                            + " {\"type\": \"text\", \"text\": {\"body\": \"b\"}}}"),
                    fromLucia("\"type\": \"revoke\", \"revoke\": {\"original_message_id\": \"m\"}"),
                    fromLucia(
                            "\"type\": \"system\", \"system\": {\"type\": \"user_changed_number\", \"wa_id\": \"1\"}"),
                    fromLucia("\"type\": \"unsupported\", \"unsupported\": {\"type\": \"poll\"}")),
            statuses(
                    "{\"id\": \"s\", \"status\": \"failed\", \"errors\": [{\"code\": 1, \"error_data\": {}}],"
                            + " \"conversation\": {\"id\": \"c\"}, \"pricing\": {\"billable\": true}}",
                    "{\"id\": \"s\", \"status\": \"failed\", \"type\": \"payment\", \"payment\": {}}"),
            value("calls", "\"calls\": [{\"id\": \"c\", \"event\": \"connect\", \"duration\": 3}]"),
            value("smb_message_echoes", "\"message_echoes\": [{\"to\": \"34600000002\", \"type\": \"text\"}]"),
            value("history", "\"history\": [{\"threads\": [{\"id\": \"1\", \"messages\": [{\"type\": \"text\"}]}]}]"),
            value(
                    "smb_app_state_sync",
                    "\"state_sync\": [{\"contact\": {\"phone_number\": \"1\"}, \"action\": \"add\"}]"),
            value("user_preferences", "\"user_preferences\": [{\"wa_id\": \"1\", \"value\": \"stop\"}]"),
            value("user_id_update", "\"user_id_update\": [{\"user_id\": {\"previous\": \"1\", \"current\": \"2\"}}]"),
            value("group_settings_update", "\"groups\": [{\"group_id\": \"g\", \"type\": \"t\"}]"),
            accountChange("message_template_status_update", "{\"event\": \"REJECTED\", \"rejection_info\": {}}"),
            accountChange("account_alerts", "{\"alert_info\": {\"alert_type\": \"X\"}}"));

    @Test
    void mutatedJsonIsAnsweredAndItsNeighbourIsRead() throws Exception {
        JsonNode everything = JSON.readTree(EVERYTHING);
        JsonNode untouched = JSON.readTree(messages(UNTOUCHED)).at("/entry/0");
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            ObjectNode webhook = everything.deepCopy();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutate(webhook.get("entry"), random);
            }
            if (!(webhook.get("entry") instanceof ArrayNode entries)) {
                continue;
            }
            entries.add(untouched);

            ParsedWebhook parsed = PARSER.parse(JSON.writeValueAsBytes(webhook));

            assertThat(parsed.problem()).as("seed %d", seed).isNull();
            assertThat(parsed.items())
                    .as("seed %d", seed)
                    .anyMatch(item -> item instanceof InboundMessage message
                            && "Sigo aquí".equals(message.content().text()));
            // The net under the readers must not be needed.
            assertThat(parsed.items())
                    .as("seed %d", seed)
                    .noneMatch(item -> item instanceof Ignored(var account, var reason)
                            && reason.endsWith("that could not be read"));
        }
    }

    @Test
    void mutatedBytesAreAnswered() {
        byte[] whole = EVERYTHING.getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] body = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(8); i >= 0 && body.length > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }

            ParsedWebhook parsed = PARSER.parse(body);

            assertThat(parsed.items().isEmpty()).as("seed %d", seed).isEqualTo(parsed.problem() != null);
        }
    }

    /** Replaces, removes or doubles a value somewhere below. */
    private static void mutate(JsonNode node, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(node, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, anything(random, object.get(name)));
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            array.set(index, anything(random, array.get(index)));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode anything(Random random, JsonNode present) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(14)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.textNode("");
            case 2 -> nodes.textNode("\u0000\uD83D");
            case 3 -> nodes.textNode("1e999999999");
            case 4 -> nodes.numberNode(Long.MIN_VALUE);
            case 5 -> nodes.numberNode(Double.MAX_VALUE);
            case 6 -> nodes.numberNode(BigInteger.TEN.pow(400));
            case 7 -> nodes.booleanNode(random.nextBoolean());
            case 8 -> nodes.arrayNode();
            case 9 -> nodes.objectNode();
            case 10 -> nodes.arrayNode().add(present.deepCopy()).addNull().add(present.deepCopy());
            case 11 -> nodes.objectNode().set("id", present.deepCopy());
            case 12 -> nodes.textNode("x".repeat(70_000));
            default -> nodes.textNode("system");
        };
    }
}
