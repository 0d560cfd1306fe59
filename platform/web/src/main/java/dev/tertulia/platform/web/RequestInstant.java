package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Instants as RFC 3339 has them: no numbers, no local times, and four digits of a year. */
final class RequestInstant extends StdScalarDeserializer<Instant> {
    static final String EXPECTATION = "must be an RFC 3339 instant, such as 2026-01-31T09:30:00Z";

    private static final long serialVersionUID = 1L;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    RequestInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw MismatchedInputException.from(json, Instant.class, "Not text");
        }
        try {
            return parse(json.getText());
        } catch (DateTimeException e) {
            throw InvalidFormatException.from(json, "Not an instant", json.getText(), Instant.class);
        }
    }

    /** Fails with {@link DateTimeException}. */
    static Instant parse(String text) {
        return withinRange(Instant.parse(text));
    }

    /** Fails with {@link DateTimeException} for years that the database or a reader may not know. */
    static Instant withinRange(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("Out of range");
        }
        return instant;
    }
}
