package dev.tertulia.local.whatsapp.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class BehaviourTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final NumberRegistration REGISTRATION =
            new NumberRegistration("1", "34911000000", null, "2", "token", "secret", null, null);

    @Test
    void whatIsAbsentBehavesWell() {
        Behaviour behaviour = read("{}");

        assertThat(behaviour.duplicateWebhooks()).isZero();
        assertThat(behaviour.drawWebhook()).isZero();
        assertThat(behaviour.drawSent()).isEqualTo(150);
        assertThat(behaviour.failWith()).isEmpty();
        assertThat(behaviour.webhookParallel()).isEqualTo(1);
    }

    @Test
    void aDelayIsANumberOrARange() {
        assertThat(read("{\"sentAfter\":7}").drawSent()).isEqualTo(7);
        assertThat(read("{\"sentAfter\":{\"minMs\":5,\"maxMs\":9}}").drawSent()).isBetween(5L, 9L);
        assertThatThrownBy(() -> read("{\"sentAfter\":{\"minMs\":9,\"maxMs\":5}}"))
                .hasMessageContaining("minMs");
    }

    @Test
    void misspeltSwitchesAreRefused() {
        assertThatThrownBy(() -> read("{\"dropAnswer\":1}")).hasMessageContaining("dropAnswer");
        assertThatThrownBy(() -> read("{\"dropAnswers\":1.5}")).hasMessageContaining("dropAnswers is 0 to 1");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws JsonProcessingException {
        Behaviour behaviour = read("{\"failWith\":{\"code\":130429,\"how\":\"cut\",\"next\":2},\"lateStatuses\":true}");

        assertThat(read(JSON.writeValueAsString(behaviour))).isEqualTo(behaviour);
    }

    @Test
    void aFailureStrikesAsOftenAsItSaysAndOnlyWhomItConcerns() {
        BusinessNumber number = new BusinessNumber(
                REGISTRATION, read("{\"failWith\":{\"code\":131026,\"to\":\"34600111222\",\"next\":2}}"));

        assertThat(number.strike(Failure.On.MESSAGES, "34600999888")).isNull();
        assertThat(number.strike(Failure.On.MEDIA, "34600111222")).isNull();
        assertThat(number.strike(Failure.On.MESSAGES, "34600111222")).isNotNull();
        assertThat(number.strike(Failure.On.MESSAGES, "34600111222")).isNotNull();
        assertThat(number.strike(Failure.On.MESSAGES, "34600111222")).isNull();
    }

    @Test
    void paceIsLimitedPerSecondAndPerPair() {
        BusinessNumber number = new BusinessNumber(REGISTRATION, read("{\"maxPerSecond\":2,\"pairIntervalMs\":6000}"));

        assertThat(number.overThroughput(1_000)).isFalse();
        assertThat(number.overThroughput(1_500)).isFalse();
        assertThat(number.overThroughput(1_999)).isTrue();
        assertThat(number.overThroughput(2_000)).isFalse();
        assertThat(number.overPairRate("a", 0)).isFalse();
        assertThat(number.overPairRate("b", 1)).isFalse();
        assertThat(number.overPairRate("a", 5_999)).isTrue();
        assertThat(number.overPairRate("a", 6_000)).isFalse();
    }

    private static Behaviour read(String json) {
        try {
            return JSON.readValue(json, Behaviour.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
