package dev.tertulia.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in a list: the values of its sort columns at the last row of a page. Made by {@link Sort#parse}. */
public final class Cursor {
    private final List<@Nullable Object> values;

    Cursor(List<@Nullable Object> values) {
        this.values = values;
    }

    public Instant instant(int column) {
        return required(Instant.class, column);
    }

    public UUID uuid(int column) {
        return required(UUID.class, column);
    }

    public long number(int column) {
        return required(Long.class, column);
    }

    public double decimal(int column) {
        return required(Double.class, column);
    }

    public String text(int column) {
        return required(String.class, column);
    }

    /** The value of a column that can be null. */
    public <T> @Nullable T nullable(Class<T> type, int column) {
        return type.cast(values.get(column));
    }

    private <T> T required(Class<T> type, int column) {
        T value = nullable(type, column);
        if (value == null) {
            throw Sort.invalidCursor();
        }
        return value;
    }
}
