package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.IdempotentConsumer;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Months that come and go, whatever the clock and the job do. */
@QuarkusTest
class AuditMonthsIT {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final UUID tenant = UuidV7.next();

    @Inject
    AuditConsumer consumer;

    @Inject
    IdempotentConsumer idempotent;

    @Inject
    ChainVerification verification;

    @Inject
    ChainWriter writer;

    @Inject
    ChainCodes codes;

    @Inject
    AuditEntryRepository entries;

    @Inject
    AuditChainRepository chains;

    @Inject
    CrossTenantLookup lookup;

    @Inject
    TenantDatabase database;

    @Inject
    UnitOfWork units;

    @Inject
    AuditConfig config;

    @Test
    void thePresentMonthAndTheNextTwoAreThereFromTheStart() {
        YearMonth present = YearMonth.now(ZoneOffset.UTC);

        assertThat(months()).contains(present, present.plusMonths(1), present.plusMonths(2));
    }

    @Test
    void replicasThatMakeTheSameMonthsAtOnceMakeThemOnce() {
        Instant inAWhile = Instant.now().plus(Duration.ofDays(150));
        YearMonth later = YearMonth.from(inAWhile.atOffset(ZoneOffset.UTC));
        dropAsSuperuser(later, later.plusMonths(1), later.plusMonths(2));

        get(Uni.join()
                .all(IntStream.range(0, 8)
                        .mapToObj(n -> replica(inAWhile).makeAhead())
                        .toList())
                .andFailFast());

        assertThat(months())
                .contains(later, later.plusMonths(1), later.plusMonths(2))
                .doesNotHaveDuplicates();
        dropAsSuperuser(later, later.plusMonths(1), later.plusMonths(2));
    }

    @Test
    void anEntryOfAMonthThatNobodyMadeMakesIt() {
        YearMonth away = YearMonth.now(ZoneOffset.UTC).plusMonths(9);
        dropAsSuperuser(away);
        Instant then = away.atDay(10).atStartOfDay(ZoneOffset.UTC).toInstant();

        // As if the clock had been ahead when the chain was last written, which times never go behind.
        headOfAnotherTime(then);
        store(List.of(AuditEvents.founding(tenant)));

        assertThat(months()).contains(away);
        assertThat(select("select recorded_at::text from tenant.audit_entry where tenant_id = '" + tenant + "'")
                        .getFirst())
                .startsWith(away.toString());
        assertThat(verify().holds()).isTrue();
        execute("delete from tenant.audit_entry where tenant_id = '" + tenant + "'");
        dropAsSuperuser(away);
    }

    @Test
    void aMonthThatWasKeptForLongEnoughGoesAndTheChainBeginsBehindIt() {
        YearMonth old = YearMonth.now(ZoneOffset.UTC).minusMonths(14);
        makeAsSuperuser(old);
        oldEntries(old, 5);
        store(AuditEvents.story(tenant, 5).subList(1, 6));
        assertThat(verify()).satisfies(verified -> {
            assertThat(verified.problems()).isEmpty();
            assertThat(verified.entries()).isEqualTo(10);
        });

        assertThat(get(replica(Instant.now()).dropOldest())).isTrue();

        assertThat(months()).doesNotContain(old);
        assertThat(verify()).satisfies(verified -> {
            assertThat(verified.problems()).isEmpty();
            assertThat(verified.from()).isEqualTo(6);
            assertThat(verified.entries()).isEqualTo(5);
        });
        execute("delete from tenant.audit_entry where tenant_id = '" + tenant + "' and sequence = 6");
        assertThat(verify().problems()).containsExactly(new ChainFault(ChainFault.Kind.REMOVED, 6, 6));
    }

    @Test
    void whatSomebodyPutIntoAnOldMonthNeitherStaysNorMovesTheBeginning() {
        YearMonth old = YearMonth.now(ZoneOffset.UTC).minusMonths(15);
        makeAsSuperuser(old);
        oldEntries(old, 3);
        store(AuditEvents.story(tenant, 3).subList(1, 4));
        execute("create temp table copy as select * from tenant.audit_entry where tenant_id = '" + tenant
                + "' and sequence = 2; update copy set sequence = 1000000;"
                + " insert into tenant.audit_entry select * from copy");

        assertThat(get(replica(Instant.now()).dropOldest())).isTrue();

        assertThat(months()).doesNotContain(old);
        assertThat(verify().from()).isEqualTo(4);
        assertThat(verify().problems()).isEmpty();
    }

    @Test
    void nobodyDropsWhatIsYoungOrNotAccountedFor() {
        YearMonth present = YearMonth.now(ZoneOffset.UTC);
        assertThat(get(new AuditMonths(lookup).drop(present))).isFalse();
        assertThat(months()).contains(present);

        YearMonth old = present.minusMonths(13);
        makeAsSuperuser(old);
        oldEntries(old, 2);
        assertThat(get(new AuditMonths(lookup).drop(old))).isFalse();
        assertThat(months()).contains(old);
        execute("delete from tenant.audit_entry where tenant_id = '" + tenant + "'");
        dropAsSuperuser(old);
    }

    @Test
    void aJobWhoseClockIsYearsAheadDropsNothingAndChainsStillVouchForAll() {
        store(AuditEvents.story(tenant, 3));

        assertThat(get(replica(Instant.now().plus(Duration.ofDays(4000))).dropOldest()))
                .isFalse();

        assertThat(months()).contains(YearMonth.now(ZoneOffset.UTC));
        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void onlyMonthsThatAreNearCanBeMade() {
        assertThatThrownBy(() -> get(new AuditMonths(lookup).make(YearMonth.of(2099, 1), YearMonth.of(2099, 1))))
                .hasMessageContaining("not a month");
    }

    private AuditUpkeep replica(Instant now) {
        return new AuditUpkeep(
                new AuditMonths(lookup), lookup, units, database, writer, config, Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A chain as it was written in that month, by the codes of this service. */
    private void oldEntries(YearMonth month, int count) {
        Instant then = month.atDay(10).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<ConsumedEvent> story = AuditEvents.story(tenant, count - 1);
        get(units.as(
                tenant,
                () -> database.inTransaction(connection -> {
                    String previous = ChainCodes.NONE;
                    List<AuditEntry> placed = new java.util.ArrayList<>();
                    for (ConsumedEvent event : story) {
                        AuditEntry entry = codes.place(
                                tenant,
                                placed.size() + 1,
                                then,
                                previous,
                                RecordedEntries.of(event).getFirst());
                        placed.add(entry);
                        previous = entry.code();
                    }
                    AuditEntry last = placed.getLast();
                    ChainHead head = codes.seal(
                            tenant, ChainHead.empty().endingAt(last.sequence(), last.code(), last.recordedAt()));
                    return entries.insert(connection, placed).chain(() -> chains.create(connection, head));
                })));
    }

    private void headOfAnotherTime(Instant time) {
        ChainHead head = codes.seal(tenant, ChainHead.empty().endingAt(0, ChainCodes.NONE, time));
        get(units.as(tenant, () -> database.inTransaction(connection -> chains.create(connection, head))));
    }

    private void store(List<ConsumedEvent> events) {
        idempotent.consumeAll(events, "audit", consumer::onAll).await().atMost(WAIT);
    }

    private VerificationResponse verify() {
        return get(units.as(tenant, () -> verification.verify(VerificationRequest.OF_ALL)));
    }

    private List<YearMonth> months() {
        return get(new AuditMonths(lookup).present()).stream()
                .map(AuditMonths.Present::month)
                .toList();
    }

    private static String partition(YearMonth month) {
        return "audit_entry_" + month.format(DateTimeFormatter.ofPattern("yyyy_MM"));
    }

    private static void dropAsSuperuser(YearMonth... months) {
        for (YearMonth month : months) {
            execute("drop table if exists tenant." + partition(month));
        }
    }

    private static void makeAsSuperuser(YearMonth month) {
        dropAsSuperuser(month);
        execute("set timezone = 'UTC'; create table tenant." + partition(month)
                + " partition of tenant.audit_entry for values from ('" + month.atDay(1) + "') to ('"
                + month.plusMonths(1).atDay(1) + "'); alter table tenant." + partition(month)
                + " owner to tenant_owner; alter table tenant." + partition(month)
                + " enable row level security, force row level security");
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(WAIT);
    }

    private static void execute(String sql) {
        try (Connection superuser = TestDatabase.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> select(String sql) {
        try (Connection superuser = TestDatabase.superuser();
                Statement statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
