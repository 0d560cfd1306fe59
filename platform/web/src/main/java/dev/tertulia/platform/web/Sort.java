package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, and how a place in it is written down for the client:
 *
 * <pre>{@code
 * private static final Sort BY_LAST_MESSAGE = Sort.by("conversations:last-message", Instant.class, UUID.class);
 * }</pre>
 *
 * The name is in the cursor, so that a cursor of one list given to another fails instead of showing a wrong page. Change
 * the name when the columns change. A cursor is not secret and proves nothing: it only says where to go on within what
 * the caller may see. Instants are kept in microseconds, as PostgreSQL has them.
 */
public final class Sort {
    private static final Set<Class<?>> TYPES =
            Set.of(Instant.class, UUID.class, Long.class, Double.class, String.class);
    private static final int MAX_CURSOR_LENGTH = 2048;
    private static final JsonFactory JSON = new JsonFactory();

    private final String name;
    private final List<Class<?>> types;

    private Sort(String name, List<Class<?>> types) {
        this.name = name;
        this.types = types;
    }

    /**
     * @param name unique among the lists of a service
     * @param types of the sort columns, the unique one last: Instant, UUID, Long, Double or String
     */
    public static Sort by(String name, Class<?>... types) {
        List<Class<?>> columns = List.of(types);
        if (columns.isEmpty() || !TYPES.containsAll(columns)) {
            throw new IllegalArgumentException("A sort needs columns of these types: " + TYPES);
        }
        return new Sort(name, columns);
    }

    /** The cursor of a row, from the values of its sort columns. */
    public String cursor(@Nullable Object... values) {
        if (values.length != types.size()) {
            throw new IllegalArgumentException("The sort " + name + " has " + types.size() + " columns");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            json.writeString(name);
            for (int column = 0; column < values.length; column++) {
                write(json, types.get(column).cast(values[column]));
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Fails with {@link CommonProblem#INVALID_CURSOR}. */
    public Cursor parse(String cursor) {
        if (cursor.length() > MAX_CURSOR_LENGTH) {
            throw invalidCursor();
        }
        try (JsonParser json = JSON.createParser(Base64.getUrlDecoder().decode(cursor))) {
            if (json.nextToken() != JsonToken.START_ARRAY || !name.equals(json.nextTextValue())) {
                throw invalidCursor();
            }
            List<@Nullable Object> values = new ArrayList<>(types.size());
            for (Class<?> type : types) {
                json.nextToken();
                values.add(read(json, type));
            }
            if (json.nextToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
                throw invalidCursor();
            }
            return new Cursor(Collections.unmodifiableList(values));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw invalidCursor();
        }
    }

    static ProblemException invalidCursor() {
        return ProblemException.of(
                CommonProblem.INVALID_CURSOR,
                "Send the nextCursor of a page of this very list as it came, or leave `after` out to begin anew.");
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Instant instant -> json.writeNumber(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
            case UUID uuid -> json.writeString(uuid.toString());
            case Long number -> json.writeNumber(number);
            case Double decimal -> json.writeNumber(decimal);
            default -> json.writeString(value.toString());
        }
    }

    private static @Nullable Object read(JsonParser json, Class<?> type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type == Instant.class) {
            return RequestInstant.withinRange(Instant.EPOCH.plus(integer(json), ChronoUnit.MICROS));
        }
        if (type == Long.class) {
            return integer(json);
        }
        if (type == Double.class) {
            return decimal(json);
        }
        String text = text(json);
        return type == UUID.class ? UUID.fromString(text) : text;
    }

    private static long integer(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw invalidCursor();
        }
        return json.getLongValue();
    }

    private static double decimal(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        double value = token != null && token.isNumeric() ? json.getDoubleValue() : Double.NaN;
        if (!Double.isFinite(value)) {
            throw invalidCursor();
        }
        return value;
    }

    private static String text(JsonParser json) throws IOException {
        // PostgreSQL takes no NUL in text: such a cursor would fail there instead of here.
        if (json.currentToken() != JsonToken.VALUE_STRING || json.getText().indexOf('\0') >= 0) {
            throw invalidCursor();
        }
        return json.getText();
    }
}
