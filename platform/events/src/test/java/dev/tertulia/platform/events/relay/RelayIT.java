package dev.tertulia.platform.events.relay;

import static dev.tertulia.platform.events.probe.Counting.COUNTED;
import static dev.tertulia.platform.events.probe.Counting.counted;
import static dev.tertulia.platform.events.probe.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.TopicCreation;
import dev.tertulia.platform.events.log.EventLogTail;
import dev.tertulia.platform.events.log.LoggedEvent;
import dev.tertulia.platform.events.probe.Counted;
import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.events.probe.Topic;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class RelayIT {
    private static final String KILL_RELAYS =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'probe_relay'";

    private final UUID tenant = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID aggregate = UUID.randomUUID();

    @Inject
    Counting counting;

    @Inject
    RelayMetrics metrics;

    @Inject
    EventsConfig config;

    @Inject
    KafkaSettings kafka;

    @Inject
    TopicCreation topics;

    @Inject
    EventLogTail tail;

    @Inject
    @ReactiveDataSource("relay")
    Pool pool;

    @Test
    void aBrokerThatIsAwayHoldsUpNobodyAndGetsEverythingInTheEnd() {
        TestServers.broker().kill();
        try {
            counting.countOneByOne(tenant, COUNTED, aggregate, 1, 50);
            counting.count(other, COUNTED, aggregate, 1, 1200);
            await().until(() -> metrics.backlog().events() >= 1250);
        } finally {
            TestServers.broker().start();
        }

        try (var topic = new Topic(COUNTED)) {
            await().ignoreExceptions()
                    .until(() ->
                            topic.of(tenant).size() >= 50 && topic.of(other).size() >= 1200);
            assertThat(topic.firstSeen(tenant)).isEqualTo(Map.of(aggregate.toString(), upTo(50)));
            assertThat(topic.firstSeen(other)).isEqualTo(Map.of(aggregate.toString(), upTo(1200)));
        }
        await().until(() -> metrics.backlog().events() == 0);
    }

    @Test
    void aRelayThatDiesBetweenSendAndMovePublishesAgainInOrder() throws SQLException {
        try (var topic = new Topic(COUNTED);
                Connection blocker = TestDatabase.superuser()) {
            blocker.setAutoCommit(false);
            try (var statement = blocker.createStatement()) {
                statement.execute("lock table probe.event_log in exclusive mode");
            }
            counting.count(tenant, COUNTED, aggregate, 1, 20);
            await().until(() -> topic.of(tenant).size() >= 20);
            assertThat(Tables.count(KILL_RELAYS)).isPositive();
            blocker.rollback();

            await().until(() -> Tables.count("select count(*) from event_log where tenant_id = ?", tenant) == 20);
            await().until(() -> topic.of(tenant).size() >= 40);
            assertThat(topic.firstSeen(tenant)).isEqualTo(Map.of(aggregate.toString(), upTo(20)));
        }
        assertThat(Tables.count("select count(*) from outbox where tenant_id = ?", tenant))
                .isZero();
    }

    @Test
    void twoRelaysAtOnceKeepEachAggregatesOrderWhateverHappensToThem() throws Exception {
        List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(8).toList();
        var tailed = new ConcurrentLinkedQueue<LoggedEvent>();
        var second = new OutboxRelay(pool, kafka, topics, config, tail, metrics);
        try (var listening = tail.listen(tailed::addAll).await().atMost(Duration.ofSeconds(60));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            second.start();
            List<Future<?>> written = aggregates.stream()
                    .<Future<?>>map(
                            each -> writers.submit(() -> counting.countOneByOne(ownerOf(each), COUNTED, each, 1, 150)))
                    .toList();
            while (!written.stream().allMatch(Future::isDone)) {
                second.wake();
                Tables.count(KILL_RELAYS);
                awaitABit(written);
            }
            for (Future<?> each : written) {
                each.get();
            }
            await().until(() -> tailed.stream()
                            .filter(event -> aggregates.contains(UUID.fromString(event.key())))
                            .count()
                    >= 8 * 150);
            assertThat(tailed).extracting(LoggedEvent::position).isSorted().allMatch(p -> p > listening.position());
        } finally {
            second.stop();
        }

        try (var topic = new Topic(COUNTED)) {
            Map<String, List<Long>> expected =
                    aggregates.stream().collect(Collectors.toMap(UUID::toString, each -> upTo(150)));
            await().until(() ->
                    all(topic).values().stream().mapToInt(List::size).sum() >= 8 * 150);
            assertThat(all(topic)).isEqualTo(expected);
        }
        Function<UUID, List<Long>> ofTail = each -> tailed.stream()
                .filter(event -> event.key().equals(each.toString()))
                .map(LoggedEvent::sequence)
                .toList();
        assertThat(aggregates).allSatisfy(each -> assertThat(ofTail.apply(each)).isEqualTo(upTo(150)));
        assertThat(Tables.count(
                        "select max(position) - min(position) + 1 - count(*) from event_log where position > 0"))
                .isZero();
    }

    @Test
    void twoRelaysThatNothingDisturbsPublishEachEventOnce() throws Exception {
        var second = new OutboxRelay(pool, kafka, topics, config, tail, metrics);
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            second.start();
            List<Future<?>> written = Stream.generate(UUID::randomUUID)
                    .limit(4)
                    .<Future<?>>map(each -> writers.submit(() -> {
                        for (int sequence = 1; sequence <= 100; sequence++) {
                            counting.count(tenant, COUNTED, each, sequence, sequence);
                            second.wake();
                        }
                    }))
                    .toList();
            for (Future<?> each : written) {
                each.get();
            }
            await().until(() -> Tables.count("select count(*) from event_log where tenant_id = ?", tenant) == 400);
        } finally {
            second.stop();
        }

        counting.count(tenant, COUNTED, aggregate, 1, 1);
        try (var topic = new Topic(COUNTED)) {
            await().until(() -> topic.firstSeen(tenant).size() == 5);
            await().until(() -> topic.of(tenant).size() >= 401);
            assertThat(topic.of(tenant)).hasSize(401);
        }
    }

    private UUID ownerOf(UUID someAggregate) {
        return someAggregate.getLeastSignificantBits() % 2 == 0 ? tenant : other;
    }

    private Map<String, List<Long>> all(Topic topic) {
        return Stream.of(tenant, other)
                .flatMap(each -> topic.firstSeen(each).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void awaitABit(List<Future<?>> written) throws ExecutionException, InterruptedException {
        try {
            written.getLast().get(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // The writers go on.
        }
    }

    @Test
    void anEventThatKafkaRefusesIsSetAsideAndHoldsUpNoOther() {
        String tooMuch = "x".repeat(2_000_000);
        var refused = OutboxEvent.of(COUNTED, aggregate, 2, new Counted(2, Instant.EPOCH, tooMuch));
        counting.commit(tenant, List.of(counted(COUNTED, aggregate, 1), refused, counted(COUNTED, aggregate, 3)));

        try (var topic = new Topic(COUNTED)) {
            await().until(() -> topic.of(tenant).size() >= 2);
            assertThat(topic.firstSeen(tenant)).isEqualTo(Map.of(aggregate.toString(), List.of(1L, 3L)));
        }
        assertThat(Tables.select("select reason from outbox_parked where tenant_id = ?", tenant))
                .singleElement()
                .asString()
                .contains("RecordTooLargeException");
        assertThat(Tables.count("select count(*) from event_log where tenant_id = ?", tenant))
                .isEqualTo(2);
        await().until(() -> metrics.backlog().parked() >= 1);
    }

    @Test
    void healthTellsOfEventsThatWaitTooLong() {
        var measured = new RelayMetrics();
        var health = new RelayHealth(measured, config);
        measured.measured(new Backlog(3, Duration.ofSeconds(61), 0));
        HealthCheckResponse late = health.call();
        measured.measured(new Backlog(3, Duration.ofSeconds(59), 1));

        assertThat(late.getStatus()).isEqualTo(Status.DOWN);
        assertThat(late.getData().orElseThrow()).containsEntry("backlog", 3L).containsEntry("oldestAgeSeconds", 61L);
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
