package dev.tertulia.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in the list's order.
 *
 * @param nextCursor what to send as {@code after} for the following page; absent on the last one
 */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                examples = "WyJtZW1iZXJzIiwiQW5hIl0",
                description = "Send it as `after` for the next page; absent on the last one.")
        @Nullable
        String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** The whole list in one page. */
    public static <T> Page<T> last(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * The page made of rows that were fetched with {@link PageRequest#fetchSize()}: the row beyond the limit is left out,
     * its presence says that there is more.
     *
     * @param cursor where a row stands: {@code row -> SORT.cursor(row.createdAt(), row.id())}
     */
    public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<? super T, String> cursor) {
        if (fetched.size() <= request.limit()) {
            return last(fetched);
        }
        List<T> items = fetched.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The same page of something else, such as of responses made from rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), nextCursor);
    }
}
