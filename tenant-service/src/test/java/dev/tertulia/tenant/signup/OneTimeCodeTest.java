package dev.tertulia.tenant.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.MasterKeys;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {
    private final FieldCipher cipher = new FieldCipher(MasterKeys.create());
    private final UUID signup = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"04821773", "0482 1773", " 0482-1773 ", "0482\u00A01773", "0482.1773"})
    void itIsTakenAsPeopleTypeIt(String typed) {
        assertThat(OneTimeCode.of("04821773", signup, cipher).matches(typed, signup, cipher))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04821774", "4821773", "", "048217730"})
    void anotherOneIsNotTaken(String typed) {
        assertThat(OneTimeCode.of("04821773", signup, cipher).matches(typed, signup, cipher))
                .isFalse();
    }

    @Test
    void whatIsKeptTellsNoCodeAndBelongsToItsSignUp() {
        OneTimeCode one = OneTimeCode.of("04821773", signup, cipher);
        OneTimeCode same = OneTimeCode.of("04821773", signup, cipher);

        assertThat(one.hash()).isNotEqualTo(same.hash());
        assertThatThrownBy(() -> one.matches("04821773", UUID.randomUUID(), cipher))
                .isInstanceOf(CryptoException.class);
    }

    @Test
    void aDrawnOneHasEightDigits() {
        for (int i = 0; i < 1000; i++) {
            assertThat(OneTimeCode.draw()).matches("[0-9]{8}");
        }
        assertThat(OneTimeCode.readable("04821773")).isEqualTo("0482 1773");
    }
}
