package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;

/** Durations as ISO 8601 has them: no numbers, of which nobody knows whether they are seconds. */
final class RequestDuration extends StdScalarDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    RequestDuration() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw MismatchedInputException.from(json, Duration.class, "Not text");
        }
        try {
            return Duration.parse(json.getText());
        } catch (DateTimeException e) {
            throw InvalidFormatException.from(json, "Not a duration", json.getText(), Duration.class);
        }
    }
}
