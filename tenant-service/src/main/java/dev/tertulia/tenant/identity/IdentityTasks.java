package dev.tertulia.tenant.identity;

import dev.tertulia.platform.tenancy.PlatformDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What one replica at a time does. */
@ApplicationScoped
public class IdentityTasks {
    public static final String REALM = "realm";
    public static final String EVENTS = "events";

    private static final String TAKE = """
        update identity_task set held_until = now() + make_interval(secs => $2), holder = $3
        where name = $1 and (held_until is null or held_until < now())\
        """;

    private static final String LET_GO = """
        update identity_task set held_until = null, holder = null where name = $1 and holder = $2\
        """;

    private static final String READ_TO = """
        select coalesce(read_to, now()) from identity_task where name = $1\
        """;

    private static final String HAVE_READ_TO = """
        update identity_task set read_to = greatest(read_to, $2) where name = $1\
        """;

    private final PlatformDatabase database;

    IdentityTasks(PlatformDatabase database) {
        this.database = database;
    }

    /**
     * Does the work, unless another replica is at it. One that dies at it is followed after the limit, which the work must
     * not outlast.
     *
     * @return what the work says; empty where another is at it
     */
    public <T> Uni<Optional<T>> alone(String task, Duration limit, Supplier<Uni<T>> work) {
        UUID holder = UUID.randomUUID();
        return update(TAKE, Tuple.of(task, (double) limit.toSeconds(), holder)).flatMap(taken -> {
            if (taken == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            return Uni.createFrom()
                    .deferred(work::get)
                    .map(Optional::of)
                    .ifNoItem()
                    .after(limit)
                    .fail()
                    .eventually(() -> update(LET_GO, Tuple.of(task, holder)));
        });
    }

    /** Up to where it had read; now, where it has never read before. */
    public Uni<Instant> readTo(String task) {
        return database.inTransaction(connection -> connection
                .preparedQuery(READ_TO)
                .execute(Tuple.of(task))
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant()));
    }

    /** Never goes back. */
    public Uni<Void> haveReadTo(String task, Instant time) {
        return update(HAVE_READ_TO, Tuple.of(task, time.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Integer> update(String sql, Tuple values) {
        return database.inTransaction(
                connection -> connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount()));
    }
}
