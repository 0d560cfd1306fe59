package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TidyTextTest {
    @Test
    void aNameIsOneLineWithoutBlanksAround() {
        assertThat(TidyText.name("  Ana\r\n\tRuiz ")).isEqualTo("Ana Ruiz");
    }

    @Test
    void aNameOfNothingIsNone() {
        assertThat(TidyText.name(" \u0000\n ")).isNull();
        assertThat(TidyText.name(null)).isNull();
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        String tooLong = "😀".repeat(201);
        assertThat(TidyText.name(tooLong)).isEqualTo("😀".repeat(200));
    }

    @Test
    void theSameNameComposedOrNotIsOne() {
        assertThat(TidyText.name("Jose\u0301")).isEqualTo("José");
    }

    @Test
    void aTagIsThereOnce() {
        assertThat(TidyText.tags(List.of(" vip", "new", "vip "))).containsExactly("vip", "new");
    }

    @Test
    void attributesThatAreNullAreUnset() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("plan", "gold");
        attributes.put("since", null);
        assertThat(TidyText.attributes(attributes)).isEqualTo(Map.of("plan", "gold"));
    }
}
