package dev.tertulia.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxEventTest {
    private static final UUID AGGREGATE = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"message_received", "", "Message.received", "a topic", ".hidden"})
    void aTopicsNameHasNoUnderscoreAndNothingElseThatKafkaOrPeopleStumbleOver(String name) {
        assertThatThrownBy(() -> OutboxEvent.of(name, AGGREGATE, 1, "payload"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventIsAboutItsAggregateUnlessItSaysOtherwise() {
        UUID message = UUID.randomUUID();
        OutboxEvent event = OutboxEvent.of("message.received", AGGREGATE, 3, "payload");

        assertThat(event.subject()).isEqualTo(AGGREGATE.toString());
        assertThat(event.about(message))
                .isEqualTo(new OutboxEvent(
                        "message.received", AGGREGATE.toString(), message.toString(), 3, null, null, "payload"));
    }

    @Test
    void causeAndTimeAreKeptByAllThatIsDerived() {
        OutboxEvent event = OutboxEvent.of("message.received", AGGREGATE, 3, "payload")
                .causedBy("request")
                .at(Instant.EPOCH)
                .about(AGGREGATE);

        assertThat(event.requestId()).isEqualTo("request");
        assertThat(event.occurredAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void aDeadLetterTopicNamesItsConsumer() {
        assertThat(Topics.deadLetter("message.received", "contact-names"))
                .isEqualTo("message.received.dead-letter.contact-names");
    }
}
