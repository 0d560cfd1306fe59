package dev.tertulia.local.whatsapp.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetaJsonTest {

    @Test
    void charactersBeyondAsciiAreEscapedInLowerCaseHex() {
        assertThat(written("canción ñ 日")).isEqualTo("\"canci\\u00f3n \\u00f1 \\u65e5\"");
    }

    @Test
    void charactersBeyondTheBasicPlaneBecomeTwoEscapes() {
        assertThat(written("👍")).isEqualTo("\"\\ud83d\\udc4d\"");
    }

    @Test
    void slashesAreEscaped() {
        assertThat(written("https://a.example/b")).isEqualTo("\"https:\\/\\/a.example\\/b\"");
    }

    @Test
    void quotesAndLineBreaksAreEscapedAsJsonWants() {
        assertThat(written("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\nd\"");
    }

    @Test
    void signatureIsTheHmacOfTheRawBytes() {
        // The value was computed with `openssl dgst -sha256 -hmac s3cret`.
        byte[] body = "{\"text\":\"canci\\u00f3n\"}".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Signature("s3cret").of(body))
                .isEqualTo("sha256=860995b237947ae42f0de602cde755f54c7ea98cdc8b2b83b39b3fbc2bf100ab");
    }

    private static String written(String text) {
        return new String(MetaJson.write(JsonNodeFactory.instance.textNode(text)), StandardCharsets.US_ASCII);
    }
}
