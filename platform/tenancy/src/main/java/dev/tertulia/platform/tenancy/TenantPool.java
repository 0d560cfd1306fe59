package dev.tertulia.platform.tenancy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.Function;

/**
 * A pool that cannot forget the tenant: statements run only inside a transaction, and every transaction begins by naming
 * the tenant that is bound to the unit of work. Hibernate Reactive and the SQL client share it.
 */
@SuppressWarnings("deprecation") // Quarkus casts what a pool creator returns to PgPool
final class TenantPool implements PgPool {
    // Quarkus' readiness check; it reads no table.
    static final String HEALTH_CHECK = "SELECT 1";

    private final Pool pool;

    TenantPool(Pool pool) {
        this.pool = pool;
    }

    /** The pool without the rule, for the two named doors of this package only. */
    Pool withoutTenant() {
        return pool;
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return pool.getConnection().map(TenantConnection::new);
    }

    @Override
    public void getConnection(Handler<AsyncResult<SqlConnection>> handler) {
        getConnection().onComplete(handler);
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        if (HEALTH_CHECK.equals(sql)) {
            return pool.query(sql);
        }
        throw TenantConnection.outsideTransaction();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        throw TenantConnection.outsideTransaction();
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        throw TenantConnection.outsideTransaction();
    }

    @Override
    public PgPool connectHandler(Handler<SqlConnection> handler) {
        pool.connectHandler(handler);
        return this;
    }

    @Override
    public PgPool connectionProvider(Function<Context, Future<SqlConnection>> provider) {
        pool.connectionProvider(provider);
        return this;
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        pool.close(handler);
    }
}
