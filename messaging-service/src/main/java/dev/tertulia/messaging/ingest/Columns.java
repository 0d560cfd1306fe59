package dev.tertulia.messaging.ingest;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into the arrays that the database's ingest functions take, one a column. */
final class Columns<E> {
    private final List<E> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(List<E> rows) {
        this.rows = rows;
    }

    static <E> Columns<E> of(List<E> rows) {
        return new Columns<>(rows);
    }

    Columns<E> value(Object value) {
        tuple.addValue(value);
        return this;
    }

    <V> Columns<E> add(IntFunction<@Nullable V[]> array, Function<E, @Nullable V> value) {
        @Nullable V[] column = array.apply(rows.size());
        for (int n = 0; n < column.length; n++) {
            column[n] = value.apply(rows.get(n));
        }
        tuple.addValue(column);
        return this;
    }

    Columns<E> text(Function<E, @Nullable String> value) {
        return add(String[]::new, value);
    }

    Columns<E> time(Function<E, @Nullable Instant> value) {
        return add(OffsetDateTime[]::new, row -> {
            Instant time = value.apply(row);
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        });
    }

    Tuple tuple() {
        return tuple;
    }
}
