package dev.tertulia.tenant.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.IdempotentConsumer;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.audit.ChainFault.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How entries come into a chain, and what shows when somebody with every right in the database lays hands on it. */
@QuarkusTest
class AuditChainIT {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final UUID tenant = UuidV7.next();

    @Inject
    AuditConsumer consumer;

    @Inject
    IdempotentConsumer idempotent;

    @Inject
    ChainVerification verification;

    @Inject
    UnitOfWork units;

    @Test
    void entriesAreNumberedInTheOrderInWhichTheyCome() {
        store(AuditEvents.story(tenant, 4));
        store(List.of(AuditEvents.event(
                tenant, AuditEvents.change("deleted", "contact", "a"), AuditEvents.change("deleted", "contact", "b"))));

        assertThat(select("select sequence || ' ' || action || ' ' || resource_id from tenant.audit_entry"
                        + " where tenant_id = '" + tenant + "' and sequence > 1 order by sequence"))
                .containsExactly(
                        "2 updated contact-1",
                        "3 updated contact-2",
                        "4 updated contact-3",
                        "5 updated contact-4",
                        "6 deleted a",
                        "7 deleted b");
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void theSameEventAgainChangesNothing() {
        List<ConsumedEvent> story = AuditEvents.story(tenant, 10);
        store(story);
        store(story);
        store(story.reversed());

        assertThat(count()).isEqualTo(11);
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void replicasThatStoreAtOnceKeepOneChain() throws Exception {
        store(List.of(AuditEvents.founding(tenant)));
        List<List<ConsumedEvent>> batches = IntStream.range(0, 20)
                .mapToObj(n -> IntStream.range(0, 20)
                        .mapToObj(m -> AuditEvents.event(tenant, AuditEvents.change("updated", "contact", n + "/" + m)))
                        .toList())
                .toList();
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            // Each batch comes to two of them, as after a partition has moved.
            List<Future<?>> all = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(n -> replicas.submit(() -> store(batches.get(n % 20))))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(count()).isEqualTo(401);
        assertThat(verify())
                .satisfies(AuditChainIT::holds)
                .extracting(VerificationResponse::entries)
                .isEqualTo(401L);
    }

    @Test
    void whatDiesInTheMiddleLeavesNothingAndComesAgain() {
        store(List.of(AuditEvents.founding(tenant)));
        ConsumedEvent event = AuditEvents.event(tenant, AuditEvents.change("updated", "contact", "x"));

        assertThatThrownBy(() -> idempotent
                        .consumeAll(
                                List.of(event),
                                "audit",
                                events -> consumer.onAll(events)
                                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("killed"))))
                        .await()
                        .atMost(WAIT))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isEqualTo(1);

        store(List.of(event));
        assertThat(count()).isEqualTo(2);
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void killedConnectionsLoseAndDoubleNothing() throws Exception {
        store(List.of(AuditEvents.founding(tenant)));
        List<ConsumedEvent> events = IntStream.range(0, 300)
                .mapToObj(n -> AuditEvents.event(tenant, AuditEvents.change("updated", "contact", "c" + n)))
                .toList();
        try (ExecutorService work = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> storing = work.submit(() -> {
                for (int from = 0; from < events.size(); from += 10) {
                    List<ConsumedEvent> batch = events.subList(from, from + 10);
                    // As a consumer does: again, until it is done.
                    await().ignoreExceptions().atMost(WAIT).until(() -> {
                        store(batch);
                        return true;
                    });
                }
            });
            while (!storing.isDone()) {
                execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'tenant_service'"
                        + " and state <> 'idle'");
                Thread.sleep(30);
            }
            storing.get();
        }

        assertThat(count()).isEqualTo(301);
        assertThat(verify().holds()).isTrue();
    }

    @Test
    void aChangedRowIsFound() {
        store(AuditEvents.story(tenant, 9));
        tamper("update %s set actor_name = 'Somebody else' where %s and sequence = 5");

        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.CHANGED, 5, 5));
    }

    @Test
    void aRemovedRowIsFound() {
        store(AuditEvents.story(tenant, 9));
        tamper("delete from %s where %s and sequence in (5, 6)");

        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.REMOVED, 5, 6));
    }

    @Test
    void reorderedRowsAreFound() {
        store(AuditEvents.story(tenant, 9));
        tamper("update %s set sequence = 1003 where %s and sequence = 3");
        tamper("update %s set sequence = 3 where %s and sequence = 7");
        tamper("update %s set sequence = 7 where %s and sequence = 1003");

        assertThat(verify().problems())
                .containsExactly(new ChainFault(Kind.REORDERED, 3, 3), new ChainFault(Kind.REORDERED, 7, 7));
    }

    @Test
    void anAddedRowIsFound() {
        store(AuditEvents.story(tenant, 9));
        copyRow(4, "sequence + 20");
        copyRow(4, "sequence");

        assertThat(verify().problems())
                .containsExactly(new ChainFault(Kind.ADDED, 4, 4), new ChainFault(Kind.ADDED, 24, 24));
    }

    @Test
    void aCutOffEndIsFound() {
        store(AuditEvents.story(tenant, 9));
        tamper("delete from %s where %s and sequence > 7");

        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.CUT_OFF, 8, 10));
    }

    @Test
    void aCutOffEndIsFoundThoughTheHeadWasSetBackToo() {
        store(AuditEvents.story(tenant, 9));
        tamper("delete from %s where %s and sequence > 7");
        setHeadBack();

        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.HEAD_CHANGED, 7, 7));
    }

    @Test
    void aHeadThatWasSetBackIsNotMadeRightByGoingOn() {
        store(AuditEvents.story(tenant, 9));
        tamper("delete from %s where %s and sequence > 7");
        setHeadBack();
        store(List.of(AuditEvents.event(tenant, AuditEvents.change("updated", "contact", "x"))));

        VerificationResponse verified = verify();

        assertThat(verified.problems()).containsExactly(new ChainFault(Kind.BROKEN, 8, 8));
        assertThat(verified.entries()).isEqualTo(9);
    }

    @Test
    void aRemovedHeadIsFoundBeforeAndAfterTheChainGoesOn() {
        store(AuditEvents.story(tenant, 9));
        execute("delete from tenant.audit_chain where tenant_id = '" + tenant + "'");
        assertThat(verify().problems()).contains(new ChainFault(Kind.HEAD_REMOVED, 0, 0));

        store(List.of(AuditEvents.event(tenant, AuditEvents.change("updated", "contact", "x"))));
        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.BROKEN, 11, 11));
    }

    @Test
    void aChainThatWasRemovedWholeIsFound() {
        store(AuditEvents.story(tenant, 9));
        tamper("delete from %s where %s");
        execute("delete from tenant.audit_chain where tenant_id = '" + tenant + "'");
        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.HEAD_REMOVED, 0, 0));

        store(List.of(AuditEvents.event(tenant, AuditEvents.change("updated", "contact", "x"))));
        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.BEGUN_ANEW, 1, 1));
    }

    @Test
    void aRowOfAnotherTenantDoesNotPassForOurs() {
        store(AuditEvents.story(tenant, 9));
        UUID other = UuidV7.next();
        store(AuditEvents.story(other, 9));
        tamper("delete from %s where %s and sequence = 5");
        execute("update tenant.audit_entry set tenant_id = '" + tenant + "' where tenant_id = '" + other
                + "' and sequence = 5");

        assertThat(verify().problems()).containsExactly(new ChainFault(Kind.CHANGED, 5, 5));
    }

    @Test
    void anOlderStateBroughtBackIsFoundByWhatSomebodyKept() {
        store(AuditEvents.story(tenant, 4));
        execute("create table if not exists tenant.kept_chain as table tenant.audit_chain with no data");
        execute("insert into tenant.kept_chain table tenant.audit_chain");
        store(List.of(AuditEvents.event(tenant, AuditEvents.change("deleted", "contact", "x"))));
        VerificationResponse.Head head = Objects.requireNonNull(verify().head());
        tamper("delete from %s where %s and sequence > 5");
        execute("delete from tenant.audit_chain where tenant_id = '" + tenant + "'");
        execute("insert into tenant.audit_chain select * from tenant.kept_chain where tenant_id = '" + tenant + "'");
        execute("drop table tenant.kept_chain");

        // By itself the database cannot know better.
        assertThat(verify().holds()).isTrue();
        var kept = new VerificationRequest.Kept(head.sequence(), head.hash());
        assertThat(verify(new VerificationRequest(null, kept)).problems())
                .containsExactly(new ChainFault(Kind.NOT_AS_KEPT, 6, 6));
    }

    @Test
    void aVerificationGoesOnWhereItIsToldTo() {
        store(AuditEvents.story(tenant, 20));
        tamper("update %s set ip = '203.0.113.9' where %s and sequence = 4");

        VerificationResponse rest = verify(new VerificationRequest(11L, null));

        assertThat(rest.holds()).isTrue();
        assertThat(rest.entries()).isEqualTo(11);
        assertThat(rest.from()).isEqualTo(11);
        assertThat(verify().holds()).isFalse();
    }

    @Test
    void theServiceItselfChangesAndRemovesNothing() throws SQLException {
        store(AuditEvents.story(tenant, 2));
        for (String statement : List.of(
                "update tenant.audit_entry set actor_name = 'x'",
                "delete from tenant.audit_entry",
                "truncate tenant.audit_entry",
                "delete from tenant.audit_chain",
                "select 1 from tenant." + month(),
                "delete from tenant." + month(),
                "drop table tenant." + month())) {
            try (Connection service = TestDatabase.as("tenant_service");
                    Statement sql = service.createStatement()) {
                sql.execute("set app.tenant_id = '" + tenant + "'");
                assertThatThrownBy(() -> sql.execute(statement))
                        .as(statement)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    private static String month() {
        return select("select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                        + " where i.inhparent = 'tenant.audit_entry'::regclass limit 1")
                .getFirst();
    }

    private void setHeadBack() {
        execute("update tenant.audit_chain c set sequence = e.sequence, code = e.code, recorded_at = e.recorded_at"
                + " from tenant.audit_entry e where c.tenant_id = '" + tenant + "' and e.tenant_id = c.tenant_id"
                + " and e.sequence = 7");
    }

    private void copyRow(long sequence, String as) {
        execute("create temp table copy as select * from tenant.audit_entry where tenant_id = '" + tenant
                + "' and sequence = " + sequence + "; update copy set sequence = " + as
                + ", recorded_at = recorded_at + interval '1 microsecond', action = 'deleted';"
                + " insert into tenant.audit_entry select * from copy");
    }

    private void store(List<ConsumedEvent> events) {
        idempotent.consumeAll(events, "audit", consumer::onAll).await().atMost(WAIT);
    }

    private VerificationResponse verify() {
        return verify(VerificationRequest.OF_ALL);
    }

    private VerificationResponse verify(VerificationRequest request) {
        return units.as(tenant, () -> verification.verify(request)).await().atMost(WAIT);
    }

    private static void holds(VerificationResponse verified) {
        assertThat(verified.problems()).isEmpty();
        assertThat(verified.holds()).isTrue();
        assertThat(verified.complete()).isTrue();
    }

    private int count() {
        return Integer.parseInt(select("select count(*) from tenant.audit_entry where tenant_id = '" + tenant + "'")
                .getFirst());
    }

    private void tamper(String statement) {
        execute(statement.formatted("tenant.audit_entry", "tenant_id = '" + tenant + "'"));
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
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
