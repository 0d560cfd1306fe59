package dev.tertulia.local.whatsapp.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaIdsTest {

    @Test
    void aNumberMayBeWrittenWithSigns() {
        assertThat(WaIds.digits("+34 (600) 111-222")).isEqualTo("34600111222");
    }

    @Test
    void wordsAndFragmentsAreNoNumbers() {
        assertThat(WaIds.digits("someone")).isNull();
        assertThat(WaIds.digits("1234")).isNull();
        assertThat(WaIds.digits("1234567890123456")).isNull();
    }

    @Test
    void brazilMexicoAndArgentinaAreSpeltInTwoWays() {
        assertThat(WaIds.spellings("5511987654321")).containsExactly("5511987654321", "551187654321");
        assertThat(WaIds.spellings("551187654321")).containsExactly("551187654321", "5511987654321");
        assertThat(WaIds.spellings("5215512345678")).containsExactly("5215512345678", "525512345678");
        assertThat(WaIds.spellings("541112345678")).containsExactly("541112345678", "5491112345678");
        assertThat(WaIds.spellings("34600111222")).containsExactly("34600111222");
    }

    @Test
    void messageIdsDoNotRepeat() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(i % 2 == 0 ? MessageIds.toCustomer("34600111222") : MessageIds.fromCustomer("34600111222"));
        }

        assertThat(ids).hasSize(10_000).allMatch(id -> id.startsWith("wamid.HBgL"));
    }
}
