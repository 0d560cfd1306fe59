package dev.tertulia.platform.tenancy;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.context.RequestId;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transactions belong to one tenant. While its transaction runs it is the one of its unit of work:
 * whoever asks {@link TenantDatabase} for a transaction there joins it, whether Hibernate or the SQL client began it.
 */
final class TenantConnection implements SqlConnection {
    private static final String KEY = "tertulia.transaction";

    private final SqlConnection connection;

    TenantConnection(SqlConnection connection) {
        this.connection = connection;
    }

    /** The connection whose transaction is under way in this unit of work. */
    static @Nullable TenantConnection underWay() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context.getLocal(KEY) : null;
    }

    @Override
    public Future<Transaction> begin() {
        UUID tenant;
        try {
            tenant = CurrentTenant.required();
        } catch (MissingTenantException e) {
            return Future.failedFuture(e);
        }
        if (underWay() != null) {
            return Future.failedFuture(
                    new IllegalStateException("A transaction is already under way in this unit of work: join it"));
        }
        Context unitOfWork = Vertx.currentContext();
        unitOfWork.putLocal(KEY, this);
        // BEGIN is on its way already when the tenant follows behind it, so naming the tenant costs no round trip.
        Future<Transaction> begun = connection.begin();
        Future<?> named = connection.query(naming(tenant)).execute();
        return begun.onSuccess(transaction -> transaction.completion().onComplete(end -> leave(unitOfWork)))
                .compose(transaction -> named.map(transaction))
                .onFailure(failure -> {
                    leave(unitOfWork);
                    connection.close();
                });
    }

    /** Neither a UUID's text nor Base64 can carry SQL. */
    private static String naming(UUID tenant) {
        String actor = CurrentActor.current()
                .or(() -> RequestId.current().map(id -> "{\"requestId\":\"" + id + "\"}"))
                .map(json -> Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        return "select set_config('app.tenant_id','" + tenant + "',true),set_config('app.actor','" + actor + "',true)";
    }

    private void leave(Context unitOfWork) {
        if (unitOfWork.getLocal(KEY) == this) {
            unitOfWork.removeLocal(KEY);
        }
    }

    @Override
    public void begin(Handler<AsyncResult<Transaction>> handler) {
        begin().onComplete(handler);
    }

    static IllegalStateException outsideTransaction() {
        return new IllegalStateException("SQL outside a tenant's transaction");
    }

    private SqlConnection inTransaction() {
        if (connection.transaction() == null) {
            throw outsideTransaction();
        }
        return connection;
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return inTransaction().query(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return inTransaction().preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return inTransaction().preparedQuery(sql, options);
    }

    @Override
    public Future<PreparedStatement> prepare(String sql) {
        return inTransaction().prepare(sql);
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        return inTransaction().prepare(sql, options);
    }

    @Override
    public SqlConnection prepare(String sql, Handler<AsyncResult<PreparedStatement>> handler) {
        inTransaction().prepare(sql, handler);
        return this;
    }

    @Override
    public SqlConnection prepare(String sql, PrepareOptions options, Handler<AsyncResult<PreparedStatement>> handler) {
        inTransaction().prepare(sql, options, handler);
        return this;
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        connection.exceptionHandler(handler);
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        connection.closeHandler(handler);
        return this;
    }

    @Override
    public @Nullable Transaction transaction() {
        return connection.transaction();
    }

    @Override
    public boolean isSSL() {
        return connection.isSSL();
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        return connection.databaseMetadata();
    }

    @Override
    public Future<Void> close() {
        return connection.close();
    }

    @Override
    public void close(Handler<AsyncResult<Void>> handler) {
        connection.close(handler);
    }
}
