package dev.tertulia.messaging.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetaSignatureTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    /** RFC 4231, test case 2. */
    private static final String DIGEST = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final MetaSignature signature = new MetaSignature("Jefe");

    @Test
    void rightSignatureVerifies() {
        assertThat(signature.verifies(BODY, "sha256=" + DIGEST)).isTrue();
        assertThat(signature.sign(BODY)).isEqualTo("sha256=" + DIGEST);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha256=",
                DIGEST,
                "sha1=" + DIGEST,
                "SHA256=" + DIGEST,
                " sha256=" + DIGEST,
                "sha256=" + DIGEST + " ",
                "sha256=" + DIGEST + "00",
                "sha256=5bdcc146",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3842"
            })
    void anythingElseDoesNot(String header) {
        assertThat(signature.verifies(BODY, header)).isFalse();
    }

    /** Meta sends lower case; being strict leaves one way to write a signature. */
    @Test
    void upperCaseHexDoesNotVerify() {
        assertThat(signature.verifies(BODY, "sha256=" + DIGEST.toUpperCase(Locale.ROOT)))
                .isFalse();
    }

    @Test
    void everyByteOfTheBodyCounts() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            assertThat(signature.verifies(changed, "sha256=" + DIGEST)).isFalse();
        }
    }

    @Test
    void anotherSecretsSignatureDoesNotVerify() {
        assertThat(signature.verifies(BODY, new MetaSignature("jefe").sign(BODY)))
                .isFalse();
    }

    @Test
    void escapedTextIsVerifiedAsItCame() {
        byte[] escaped = "{\"body\":\"\\u00a1Hola!\"}".getBytes(StandardCharsets.UTF_8);
        byte[] decoded = "{\"body\":\"¡Hola!\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(signature.verifies(escaped, signature.sign(escaped))).isTrue();
        assertThat(signature.verifies(decoded, signature.sign(escaped))).isFalse();
    }

    @Test
    void manyThreadsMayUseIt() {
        assertThat(IntStream.range(0, 2_000).parallel().allMatch(i -> {
                    byte[] body = ("body " + i).getBytes(StandardCharsets.UTF_8);
                    return signature.verifies(body, new MetaSignature("Jefe").sign(body));
                }))
                .isTrue();
    }

    @Test
    void emptySecretIsRefused() {
        assertThatThrownBy(() -> new MetaSignature("")).isInstanceOf(IllegalArgumentException.class);
    }
}
