package dev.tertulia.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * One transaction for the work of several tenants. It sets no tenant, so it sees nothing by itself: the database
 * functions called in it set each tenant before its rows. Only ingest may use it, since shared commits are what make it
 * fast; an architecture test holds that.
 */
@ApplicationScoped
public class SeveralTenants {
    private final TenantPoolCreator pools;

    // The pool is asked for so that it exists before the first transaction.
    SeveralTenants(TenantPoolCreator pools, Pool pool) {
        this.pools = pools;
    }

    /** Commits when the work succeeds, rolls back when it fails. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return Pool.newInstance(pools.withoutTenant()).withTransaction(work);
    }
}
