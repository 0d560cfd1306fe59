package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.People;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes the accounts of people who were in an erased tenant and are in no other: here and, where it is ours to look after,
 * at the identity provider. What fails is tried again; several replicas at once do no harm.
 */
@ApplicationScoped
class DepartingPeople {
    private static final Logger LOG = Logger.getLogger(DepartingPeople.class);
    private static final int AT_ONCE = 50;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** With what the provider knows them as: their address there may have become another than the member's. */
    private static final String DUE = """
            select p.id, p.tenant, p.user_id, p.email, u.issuer, u.subject, p.removed_at is not null as removed
            from erasure_person p left join user_account u on u.id = p.user_id
            where p.next_attempt_at <= $1 order by p.next_attempt_at limit $2""";

    private static final String LATER = "update erasure_person set next_attempt_at = $2 where id = $1";
    private static final String REMOVED =
            "update erasure_person set removed_at = $2, next_attempt_at = $3 where id = $1";
    private static final String FORGET = "delete from erasure_person where id = $1";

    /** Who runs the installation stays, whatever tenant they were in. */
    private static final String REMOVE_USER =
            "delete from user_account where (id = $1 or email = $2 and email_verified) and not platform_admin";

    private static final String IS_ADMINISTRATOR =
            "select exists (select from user_account where (id = $1 or email = $2 and email_verified) and platform_admin)";

    private final PlatformDatabase database;
    private final CrossTenantLookup lookup;
    private final People people;
    private final ErasureConfig config;
    private final IdentityConfig identity;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean under = new AtomicBoolean();
    private long timer = -1;

    DepartingPeople(
            PlatformDatabase database,
            CrossTenantLookup lookup,
            People people,
            ErasureConfig config,
            IdentityConfig identity,
            Vertx vertx,
            Clock clock) {
        this.database = database;
        this.lookup = lookup;
        this.people = people;
        this.config = config;
        this.identity = identity;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Somebody whose account may go. */
    private record Person(
            UUID id,
            UUID tenant,
            @Nullable UUID userId,
            String email,
            @Nullable String subject,
            boolean removed) {}

    void begin(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.interval().toMillis(), tick -> round());
    }

    @PreDestroy
    void end() {
        if (timer != -1) {
            vertx.cancelTimer(timer);
        }
    }

    private void round() {
        if (under.compareAndSet(false, true)) {
            due().flatMap(this::removeAll)
                    .onTermination()
                    .invoke(() -> under.set(false))
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.warnf(
                                    "Accounts of an erased tenant are still to go: %s",
                                    failure.getClass().getSimpleName()));
        }
    }

    private Uni<List<Person>> due() {
        return database.inTransaction(connection -> connection
                .preparedQuery(DUE)
                .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE))
                .map(this::persons));
    }

    private List<Person> persons(RowSet<Row> rows) {
        List<Person> persons = new ArrayList<>();
        rows.forEach(row -> persons.add(new Person(
                row.getUUID("id"),
                row.getUUID("tenant"),
                row.getUUID("user_id"),
                row.getString("email"),
                // Another's subjects say nothing to the provider that we have now.
                identity.issuer().toString().equals(row.getString("issuer")) ? row.getString("subject") : null,
                row.getBoolean("removed"))));
        return persons;
    }

    private Uni<Void> removeAll(List<Person> persons) {
        return Multi.createFrom()
                .iterable(persons)
                .onItem()
                .transformToUniAndConcatenate(person -> postpone(person)
                        .chain(() -> stays(person))
                        .flatMap(stays -> stays ? forget(person) : remove(person)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One who cannot be removed does not hold up the others. */
    private Uni<Void> postpone(Person person) {
        return database.inTransaction(connection -> connection
                .preparedQuery(LATER)
                .execute(Tuple.of(person.id(), clock.instant().plus(PAUSE).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid());
    }

    private Uni<Boolean> stays(Person person) {
        Tuple elsewhere = Tuple.of(person.tenant(), person.userId(), person.email());
        return lookup.select("is_member_elsewhere", elsewhere)
                .map(rows -> rows.iterator().next().getBoolean(0))
                .flatMap(stays -> stays
                        ? Uni.createFrom().item(true)
                        : database.inTransaction(connection -> connection
                                .preparedQuery(IS_ADMINISTRATOR)
                                .execute(Tuple.of(person.userId(), person.email()))
                                .map(rows -> rows.iterator().next().getBoolean(0))));
    }

    /** At the provider first: as long as they can sign in they would come back. */
    private Uni<Void> remove(Person person) {
        return people.erase(person.subject(), person.email())
                .chain(() -> database.inTransaction(connection -> connection
                        .preparedQuery(REMOVE_USER)
                        .execute(Tuple.of(person.userId(), person.email()))
                        .chain(() -> person.removed()
                                ? connection.preparedQuery(FORGET).execute(Tuple.of(person.id()))
                                : connection.preparedQuery(REMOVED).execute(removed(person)))
                        .chain(() -> ErasureRepository.finish(connection))));
    }

    private Tuple removed(Person person) {
        Instant now = clock.instant();
        return Tuple.of(
                person.id(),
                now.atOffset(ZoneOffset.UTC),
                now.plus(config.tokensWorkFor()).atOffset(ZoneOffset.UTC));
    }

    private Uni<Void> forget(Person person) {
        return database.inTransaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(person.id()))
                .chain(() -> ErasureRepository.finish(connection)));
    }
}
