package dev.tertulia.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageReceived;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.TestServers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What messaging-service would publish. */
public final class Messaging implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.broker().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer());

    /** One who writes over WhatsApp under a number in E.164. */
    public static ContactReference onWhatsapp(UUID contactId, @Nullable String name, String phone) {
        String digits = phone.substring(1);
        return new ContactReference(
                contactId, name, new ContactReference.Identity("whatsapp", "", phone, digits, phone, null));
    }

    /** One who writes on a channel where nobody has a number. */
    public static ContactReference onTelegram(UUID contactId, @Nullable String name, String userId) {
        return new ContactReference(
                contactId, name, new ContactReference.Identity("telegram", "bot-1", userId, userId, null, userId));
    }

    public static ProducerRecord<String, String> messageReceived(UUID tenant, ContactReference contact, Instant at) {
        return messageReceived(tenant, contact, at, at, "inbound");
    }

    public static ProducerRecord<String, String> messageReceived(
            UUID tenant, ContactReference contact, Instant at, Instant committedAt, String direction) {
        UUID conversation = UUID.randomUUID();
        Message message = new Message(
                UUID.randomUUID(),
                conversation,
                direction,
                new Message.Sender("contact", contact.id().toString(), contact.name()),
                "text",
                "Hola",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "wamid." + UUID.randomUUID(),
                "received",
                null,
                at,
                null,
                null,
                at,
                1);
        ConversationReference reference =
                new ConversationReference(conversation, UUID.randomUUID(), "whatsapp", "open", null, 1);
        return event(
                MessagingTopics.MESSAGE_RECEIVED,
                tenant,
                conversation,
                committedAt,
                EventJson.write(new MessageReceived(message, reference, contact)));
    }

    public static ProducerRecord<String, String> conversationOpened(UUID tenant, ContactReference contact, Instant at) {
        UUID id = UUID.randomUUID();
        Conversation conversation = new Conversation(
                id,
                UUID.randomUUID(),
                "whatsapp",
                contact,
                "open",
                null,
                "normal",
                null,
                List.of(),
                0,
                "human",
                null,
                null,
                null,
                null,
                null,
                null,
                at);
        return event(
                MessagingTopics.CONVERSATION_OPENED,
                tenant,
                id,
                at,
                EventJson.write(new ConversationChanged(conversation, null, null)));
    }

    /** An event as the relay writes it, with an id of its own. */
    public static ProducerRecord<String, String> event(
            String topic, UUID tenant, UUID key, Instant time, String payload) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        topic,
                        "ce_source",
                        "/tertulia/messaging",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        time.toString(),
                        "ce_tenantid",
                        tenant.toString(),
                        "ce_sequence",
                        "1",
                        "ce_requestid",
                        "request-of-" + tenant,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    /** The same event again, in another partition, as two consumers can have it at the same time. */
    public static ProducerRecord<String, String> again(ProducerRecord<String, String> event, UUID key) {
        return new ProducerRecord<>(event.topic(), null, key.toString(), event.value(), event.headers());
    }

    public void send(ProducerRecord<String, String> event) {
        producer.send(event);
        producer.flush();
    }

    public void sendAll(List<ProducerRecord<String, String>> events) {
        events.forEach(producer::send);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
