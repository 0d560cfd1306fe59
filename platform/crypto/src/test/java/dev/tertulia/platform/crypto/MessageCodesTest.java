package dev.tertulia.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageCodesTest {
    private static final byte[] MESSAGE = "Hola".getBytes(StandardCharsets.UTF_8);

    private final MasterKeys keys = MasterKeys.create();
    private final MessageCodes codes = MessageCodes.of(keys, "audit");

    @Test
    void theSameMessageHasTheSameCodeAndAnotherHasAnother() {
        assertThat(codes.code(1, MESSAGE)).hasSize(64).isEqualTo(codes.code(1, MESSAGE));
        assertThat(codes.code(1, new byte[0])).isNotEqualTo(codes.code(1, MESSAGE));
    }

    @Test
    void nobodyMakesItWithAnotherMasterKeyOrForAnotherPurpose() {
        assertThat(MessageCodes.of(MasterKeys.create(), "audit").code(1, MESSAGE))
                .isNotEqualTo(codes.code(1, MESSAGE));
        assertThat(MessageCodes.of(keys, "other").code(1, MESSAGE)).isNotEqualTo(codes.code(1, MESSAGE));
    }

    @Test
    void codesOutliveARotationForAsLongAsTheirKeyIsKept() {
        MasterKeys rotated = keys.withNewKey().withNewestAsPrimary();
        MessageCodes newer = MessageCodes.of(rotated, "audit");

        assertThat(newer.version()).isEqualTo(2);
        assertThat(newer.code(1, MESSAGE)).isEqualTo(codes.code(1, MESSAGE));
        assertThat(newer.code(2, MESSAGE)).isNotEqualTo(codes.code(1, MESSAGE));

        MessageCodes newest = MessageCodes.of(rotated.without(1), "audit");
        assertThat(newest.has(1)).isFalse();
        assertThatThrownBy(() -> newest.code(1, MESSAGE)).isInstanceOf(UnknownKeyException.class);
    }
}
