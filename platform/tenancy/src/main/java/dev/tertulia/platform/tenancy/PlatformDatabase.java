package dev.tertulia.platform.tenancy;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.function.Function;

/**
 * The door to tables that belong to no tenant (users, signing keys). Its role, the service's {@code _platform}, has no
 * right on any tenant's table. Exists in services that configure the datasource {@code platform}.
 */
@ApplicationScoped
public class PlatformDatabase {
    private final Instance<Pool> pool;

    PlatformDatabase(@ReactiveDataSource("platform") Instance<Pool> pool) {
        this.pool = pool;
    }

    /** Commits when the work succeeds, rolls back when it fails. It is never the transaction of a tenant. */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.get().withTransaction(work);
    }
}
