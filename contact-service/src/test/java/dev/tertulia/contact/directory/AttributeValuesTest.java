package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributeValuesTest {
    private final AttributeValues.Check check = new AttributeValues.Check();

    @Test
    void whatJsonCanSayIsTaken() {
        assertThat(valid(Map.of("plan", "gold", "visits", 3, "vip", true, "cars", List.of(Map.of("year", 2020)))))
                .isTrue();
    }

    @Test
    void aNulCharacterIsRefusedHoweverDeep() {
        assertThat(valid(Map.of("a", List.of(Map.of("b", "x\u0000y"))))).isFalse();
        assertThat(valid(Map.of("a\u0000", 1))).isFalse();
    }

    @Test
    void tooMuchIsRefused() {
        assertThat(valid(Map.of("a", "x".repeat(16_000)))).isFalse();
        assertThat(valid(Map.of("a", List.of("x".repeat(9_000), "x".repeat(9_000)))))
                .isFalse();
        assertThat(valid(Map.of("x".repeat(65), 1))).isFalse();
        assertThat(valid(Map.of(" ", 1))).isFalse();
        assertThat(valid(IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> "a" + i, Function.identity()))))
                .isFalse();
    }

    private boolean valid(Map<String, ?> attributes) {
        return check.isValid(Map.copyOf(attributes), null);
    }
}
