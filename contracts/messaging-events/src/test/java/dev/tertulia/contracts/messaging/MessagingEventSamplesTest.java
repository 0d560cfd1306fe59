package dev.tertulia.contracts.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are what others build on: each record must read its sample and write it back unchanged. */
class MessagingEventSamplesTest {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static Stream<String> topics() {
        return MessagingTopics.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void recordReadsItsSampleAndWritesItBack(String topic) throws IOException {
        JsonNode sample = sample(topic);
        Object event = json.treeToValue(sample, recordOf(topic));

        assertThat(json.readTree(json.writeValueAsBytes(event))).isEqualTo(sample);
    }

    private static Class<?> recordOf(String topic) {
        return switch (topic) {
            case MessagingTopics.MESSAGE_RECEIVED -> MessageReceived.class;
            case MessagingTopics.MESSAGE_QUEUED -> MessageQueued.class;
            case MessagingTopics.MESSAGE_REACTED,
                    MessagingTopics.MESSAGE_EDITED,
                    MessagingTopics.MESSAGE_DELETED,
                    MessagingTopics.MESSAGE_ATTACHMENT_CHANGED -> MessageChanged.class;
            default -> byPrefix(topic.substring(0, topic.indexOf('.')));
        };
    }

    private static Class<?> byPrefix(String aggregate) {
        return switch (aggregate) {
            case "channel" -> ChannelChanged.class;
            case "conversation" -> ConversationChanged.class;
            case "note" -> NoteChanged.class;
            case "message" -> MessageStatusChanged.class;
            default -> throw new IllegalArgumentException("No record for " + aggregate);
        };
    }

    private JsonNode sample(String topic) throws IOException {
        try (InputStream in = Message.class.getResourceAsStream("/samples/messaging/" + topic + ".json")) {
            return json.readTree(in);
        }
    }
}
