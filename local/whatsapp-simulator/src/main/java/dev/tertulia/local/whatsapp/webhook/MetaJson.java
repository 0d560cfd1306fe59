package dev.tertulia.local.whatsapp.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** JSON as Meta writes it into webhooks: ASCII only, {@code é} as {@code \}{@code u00e9} in lower-case hex, {@code /} as {@code \/}. */
public final class MetaJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build()
            .writer()
            .with(new SlashEscapes());

    private MetaJson() {}

    /** The bytes that are signed and sent. */
    public static byte[] write(JsonNode value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }

    private static final class SlashEscapes extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        private final transient SerializableString slash = new SerializedString("\\/");
        private final int[] ascii = standardAsciiEscapesForJSON();

        SlashEscapes() {
            ascii['/'] = CharacterEscapes.ESCAPE_CUSTOM;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '/' ? slash : null;
        }
    }
}
