package dev.tertulia.platform.web.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Failures as they come out of the parts that really make them. */
@Path("/api/v1/failures")
@PermitAll
public class FailureResource {
    private final TenantDatabase database;
    private final Vertx vertx;
    private final ObjectMapper json;

    FailureResource(TenantDatabase database, Vertx vertx, ObjectMapper json) {
        this.database = database;
        this.vertx = vertx;
        this.json = json;
    }

    @GET
    @Path("bug")
    public String bug() {
        throw new IllegalStateException("connection to jdbc:secret failed for +57 300 123 4567");
    }

    @GET
    @Path("error")
    public String error() {
        throw new AssertionError("an Error, not an Exception");
    }

    @GET
    @Path("our-own-json")
    public Note ourOwnJson() throws JsonProcessingException {
        return json.readValue("{\"priority\":\"what a provider sent\"}", Note.class);
    }

    @GET
    @Path("status")
    public String status(@QueryParam("status") int status) {
        throw new WebApplicationException("the inside", status);
    }

    @GET
    @Path("sql")
    public Uni<Integer> sql(@QueryParam("state") String state) {
        CurrentTenant.bind(UUID.randomUUID());
        String raising = "do $$ begin raise exception 'phone +57 300 123 4567' using errcode = '%s'; end $$";
        return database.inTransaction(connection ->
                connection.query(raising.formatted(state)).execute().map(rows -> rows.size()));
    }

    @GET
    @Path("terminated-connection")
    public Uni<Integer> terminatedConnection() {
        CurrentTenant.bind(UUID.randomUUID());
        return database.inTransaction(connection -> connection
                .query("select pg_terminate_backend(pg_backend_pid())")
                .execute()
                .map(rows -> rows.size()));
    }

    @GET
    @Path("slow-sql")
    public Uni<Integer> slowSql() {
        CurrentTenant.bind(UUID.randomUUID());
        return database.inTransaction(connection -> connection
                .query("set local statement_timeout = '50ms'")
                .execute()
                .flatMap(set -> connection.query("select pg_sleep(30)").execute())
                .map(rows -> rows.size()));
    }

    /** @param port where nobody listens, or where nobody answers */
    @GET
    @Path("database-away")
    public Uni<Integer> databaseAway(@QueryParam("port") int port) {
        Pool pool =
                pool(port, new PoolOptions().setConnectionTimeout(200).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
        return select(pool).onTermination().invoke(() -> pool.close());
    }

    @GET
    @Path("pool-exhausted")
    public Uni<Integer> poolExhausted(@QueryParam("port") int port) {
        Pool pool = pool(port, new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(0));
        Uni<Integer> first = select(pool);
        return Uni.combine()
                .all()
                .unis(first, select(pool))
                .with((a, b) -> a + b)
                .onTermination()
                .invoke(() -> pool.close());
    }

    @GET
    @Path("late")
    public Uni<String> late() {
        return Uni.createFrom()
                .<String>nothing()
                .ifNoItem()
                .after(Duration.ofMillis(20))
                .fail();
    }

    private Pool pool(int port, PoolOptions options) {
        return PgBuilder.pool()
                .with(options)
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setDatabase("none")
                        .setUser("nobody")
                        .setPassword("none"))
                .using(vertx)
                .build();
    }

    private static Uni<Integer> select(Pool pool) {
        return Uni.createFrom()
                .completionStage(() -> pool.query("select 1").execute().toCompletionStage())
                .map(rows -> rows.size());
    }
}
