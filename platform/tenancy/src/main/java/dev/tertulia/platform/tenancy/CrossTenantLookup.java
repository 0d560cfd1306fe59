package dev.tertulia.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds which tenant a piece of work belongs to (the channel of a webhook, the next due job). Calls reviewed SECURITY
 * DEFINER functions that return ids; as no tenant is set, row level security refuses everything else.
 */
@ApplicationScoped
public class CrossTenantLookup {
    private static final Pattern FUNCTION_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final TenantPoolCreator pools;

    // The pool is asked for so that it exists before the first look-up.
    CrossTenantLookup(TenantPoolCreator pools, Pool pool) {
        this.pools = pools;
    }

    /** {@code select * from function(arguments…)}. */
    public Uni<RowSet<Row>> select(String function, Tuple arguments) {
        if (!FUNCTION_NAME.matcher(function).matches()) {
            throw new IllegalArgumentException("Not a function's name: " + function);
        }
        String parameters = IntStream.rangeClosed(1, arguments.size())
                .mapToObj(n -> "$" + n)
                .collect(Collectors.joining(","));
        return Pool.newInstance(pools.withoutTenant())
                .preparedQuery("select * from " + function + "(" + parameters + ")")
                .execute(arguments);
    }
}
