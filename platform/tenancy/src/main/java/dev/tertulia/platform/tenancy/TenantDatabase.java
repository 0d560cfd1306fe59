package dev.tertulia.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** The SQL client's way to the data of the unit of work's tenant. Panache has its own, through the same pool. */
@ApplicationScoped
public class TenantDatabase {
    private final Pool pool;

    TenantDatabase(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs the work in the transaction of this unit of work. Joins the one under way, Hibernate's too, so that all of it
     * commits together; otherwise opens one that commits when the work succeeds and rolls back when it fails. Fails with
     * {@link MissingTenantException} where no tenant is bound.
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            TenantConnection underWay = TenantConnection.underWay();
            return underWay == null ? pool.withTransaction(work) : work.apply(SqlConnection.newInstance(underWay));
        });
    }

    /** Runs the work in the transaction under way; fails where there is none, since it must commit with its cause. */
    public <T> Uni<T> inTransactionUnderWay(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            TenantConnection underWay = TenantConnection.underWay();
            return underWay == null
                    ? Uni.createFrom().failure(TenantConnection.outsideTransaction())
                    : work.apply(SqlConnection.newInstance(underWay));
        });
    }
}
