package dev.tertulia.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundAttachmentTest {

    private static InboundAttachment attachment(@Nullable String contentType, @Nullable String sha256) {
        return new InboundAttachment(
                MessageKind.DOCUMENT, "1", contentType, null, sha256, null, false, false, true, null);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg",
        "audio/ogg; codecs=opus, audio/ogg",
        "'Application\\/ZIP ', application/zip",
        ","
    })
    void mediaTypeIsBare(@Nullable String contentType, @Nullable String expected) {
        assertThat(attachment(contentType, null).mediaType()).isEqualTo(expected);
    }

    @Test
    void digestIsKnownInEveryFormThatProvidersWrite() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3});
        String base64 = Base64.getEncoder().encodeToString(digest);
        String hex = HexFormat.of().formatHex(digest);

        assertThat(attachment(null, base64).hasSha256(digest)).isTrue();
        assertThat(attachment(null, base64.replace("/", "\\/")).hasSha256(digest))
                .isTrue();
        assertThat(attachment(null, hex).hasSha256(digest)).isTrue();
        assertThat(attachment(null, hex.toUpperCase(Locale.ROOT)).hasSha256(digest))
                .isTrue();
        assertThat(attachment(null, null).hasSha256(digest)).isTrue();
        assertThat(attachment(null, "nonsense!").hasSha256(digest)).isFalse();
        assertThat(attachment(null, Base64.getEncoder().encodeToString(new byte[32]))
                        .hasSha256(digest))
                .isFalse();
    }
}
