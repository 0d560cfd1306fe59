package dev.tertulia.platform.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. Resource methods take it as {@code @BeanParam PageRequest page}.
 */
public class PageRequest {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    @QueryParam("limit")
    @DefaultValue("" + DEFAULT_LIMIT)
    @Parameter(
            description = "How many at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_LIMIT, defaultValue = "50"))
    int limit;

    @QueryParam("after")
    @Parameter(description = "The nextCursor of the page before; absent for the first page.")
    @Nullable
    String after;

    /** For JAX-RS, which then fills it in. */
    public PageRequest() {
        this(DEFAULT_LIMIT, null);
    }

    public PageRequest(int limit, @Nullable String after) {
        this.limit = limit;
        this.after = after;
    }

    /** How many items the page may have: 1 to 200. Anything else is a 422. */
    public int limit() {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.of(
                    CommonProblem.VALIDATION_FAILED,
                    null,
                    List.of(new FieldError("limit", "must be between 1 and " + MAX_LIMIT)));
        }
        return limit;
    }

    /** How many rows to fetch: one more than the limit, to know whether there is a next page. */
    public int fetchSize() {
        return limit() + 1;
    }

    /** Where the page before ended; empty for the first page. A cursor of another list or a broken one is a 400. */
    public Optional<Cursor> after(Sort sort) {
        return after == null || after.isEmpty() ? Optional.empty() : Optional.of(sort.parse(after));
    }
}
