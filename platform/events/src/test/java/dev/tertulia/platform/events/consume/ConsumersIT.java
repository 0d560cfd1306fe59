package dev.tertulia.platform.events.consume;

import static dev.tertulia.platform.events.probe.Counting.MOVED;
import static dev.tertulia.platform.events.probe.Patience.await;
import static dev.tertulia.platform.events.probe.Sender.counted;
import static dev.tertulia.platform.events.probe.Sender.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.events.Topics;
import dev.tertulia.platform.events.probe.ByEntity;
import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.EffectLog;
import dev.tertulia.platform.events.probe.InBatches;
import dev.tertulia.platform.events.probe.OneByOne;
import dev.tertulia.platform.events.probe.Sender;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.events.probe.Topic;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestServers;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class ConsumersIT {
    private static final List<String> CONSUMERS = List.of(OneByOne.NAME, InBatches.NAME);

    private final UUID tenant = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final String aggregate = UUID.randomUUID().toString();

    @Inject
    Counting counting;

    @Inject
    Outbox outbox;

    @Inject
    IdempotentConsumer idempotent;

    @Inject
    EventConsumers consumers;

    @Inject
    OneByOne oneByOne;

    @Inject
    InBatches inBatches;

    @Inject
    EffectLog effects;

    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

    @BeforeEach
    void measure() {
        Metrics.addRegistry(figures);
    }

    @AfterEach
    void measureNoMore() {
        Metrics.removeRegistry(figures);
    }

    @Test
    void whatOneServicePublishesTakesEffectInAnotherAsItsTenantAndForItsRequest() {
        counting.inTransaction(tenant, () -> {
            RequestId.bind("request-1");
            OutboxEvent event = Counting.counted(MOVED, UUID.fromString(aggregate), 1);
            return outbox.append(event);
        });

        await().untilAsserted(() -> assertThat(CONSUMERS).allSatisfy(this::tookEffectOnce));
        assertThat(Tables.select("select distinct request_id from effect where tenant_id = ?", tenant))
                .containsExactly("request-1");
    }

    private void tookEffectOnce(String consumer) {
        assertThat(EffectLog.of(consumer, tenant, aggregate)).containsExactly(1L);
    }

    @Test
    void anEventThatComesAgainAndAgainTakesEffectOnce() {
        UUID event = UuidV7.next();
        try (var sender = new Sender()) {
            for (int i = 0; i < 20; i++) {
                sender.send(MOVED, aggregate, counted(1), headers(event, tenant, aggregate, 1));
            }
            sender.send(MOVED, aggregate, counted(2), headers(UuidV7.next(), tenant, aggregate, 2));
        }

        await().untilAsserted(() -> assertThat(CONSUMERS)
                .allSatisfy(consumer ->
                        assertThat(EffectLog.of(consumer, tenant, aggregate)).containsExactly(1L, 2L)));
    }

    @Test
    void theSameEventAtTheSameTimeTakesEffectOnce() throws Exception {
        var event = new ConsumedEvent(
                UuidV7.next(), MOVED, null, tenant, aggregate, aggregate, 1, null, Instant.EPOCH, counted(1));
        try (ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = IntStream.range(0, 16)
                    .mapToObj(i -> deliveries.submit(() -> idempotent
                            .consume(event, "by-hand", e -> effects.write("by-hand", e))
                            .await()
                            .atMost(Duration.ofSeconds(60))))
                    .toList();
            for (Future<Void> each : all) {
                each.get();
            }
        }
        assertThat(EffectLog.of("by-hand", tenant, aggregate)).containsExactly(1L);
    }

    @Test
    void anEffectThatFailsIsForgottenWithItsMemory() {
        var event = new ConsumedEvent(
                UuidV7.next(), MOVED, null, tenant, aggregate, aggregate, 1, null, Instant.EPOCH, counted(1));
        Uni<Void> failing = idempotent.consume(
                event,
                "by-hand",
                e -> effects.write("by-hand", e)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
        assertThat(failing.onFailure().recoverWithNull().await().atMost(Duration.ofSeconds(60)))
                .isNull();
        assertThat(EffectLog.count("by-hand", tenant)).isZero();

        idempotent
                .consume(event, "by-hand", e -> effects.write("by-hand", e))
                .await()
                .atMost(Duration.ofSeconds(60));
        assertThat(EffectLog.count("by-hand", tenant)).isEqualTo(1);
    }

    @Test
    void entitiesChangeInTheTransactionThatRemembersTheEvent() {
        UUID event = UuidV7.next();
        try (var sender = new Sender()) {
            for (int i = 0; i < 5; i++) {
                sender.send(Counting.TALLIED, aggregate, counted(3), headers(event, tenant, aggregate, 1));
            }
            sender.send(Counting.TALLIED, aggregate, counted(-3), headers(UuidV7.next(), tenant, aggregate, 2));
            sender.send(Counting.TALLIED, aggregate, counted(4), headers(UuidV7.next(), tenant, aggregate, 3));
        }

        await().untilAsserted(() -> assertThat(Tables.select("select total from tally where tenant_id = ?", tenant))
                .containsExactly("7"));
        assertThat(Tables.count(
                        "select count(*) from processed_event where tenant_id = ? and consumer = ?",
                        tenant,
                        ByEntity.NAME))
                .isEqualTo(2);
        try (var told = new Topic(Counting.COUNTED)) {
            await().until(() -> told.of(tenant).size() == 2);
        }
    }

    @Test
    void poisonGoesToTheDeadLetterTopicWithItsReasonAndOthersGoOn() {
        try (var sender = new Sender()) {
            sender.send(MOVED, aggregate, counted(1), headers(UuidV7.next(), tenant, aggregate, 1));
            sender.send(MOVED, aggregate, "{\"number\":", headers(UuidV7.next(), tenant, aggregate, 2));
            // The table takes no negative number.
            sender.send(MOVED, aggregate, counted(-3), headers(UuidV7.next(), tenant, aggregate, 3));
            Map<String, String> withoutId = new HashMap<>(headers(UuidV7.next(), tenant, aggregate, 4));
            withoutId.remove("ce_id");
            sender.send(MOVED, aggregate, counted(4), withoutId);
            sender.send(MOVED, aggregate, counted(5), headers(UuidV7.next(), other, aggregate, 5));
            sender.send(MOVED, aggregate, counted(6), headers(UuidV7.next(), tenant, aggregate, 6));
        }

        await().untilAsserted(() -> assertThat(CONSUMERS).allSatisfy(consumer -> {
            assertThat(EffectLog.of(consumer, tenant, aggregate)).containsExactly(1L, 6L);
            assertThat(EffectLog.of(consumer, other, aggregate)).containsExactly(5L);
        }));
        assertThat(CONSUMERS).allSatisfy(this::keptThreeDeadLetters);
    }

    private void keptThreeDeadLetters(String consumer) {
        try (var deadLetters = new Topic(Topics.deadLetter(MOVED, consumer))) {
            await().until(() -> deadLetters.of(tenant).size() == 3);
            List<ConsumerRecord<String, String>> letters = deadLetters.of(tenant);
            assertThat(letters)
                    .extracting(letter -> Topic.header(letter, "ce_sequence"))
                    .containsExactlyInAnyOrder("2", "3", "4");
            assertThat(letters).allSatisfy(letter -> {
                assertThat(letter.key()).isEqualTo(aggregate);
                assertThat(Topic.header(letter, DeadLetters.REASON))
                        .contains(
                                switch (Topic.header(letter, "ce_sequence")) {
                                    case "2" -> "The payload is not a Counted";
                                    case "3" -> "effect_sequence_check";
                                    default -> "It has no ce_id";
                                });
                assertThat(Topic.header(letter, DeadLetters.CONSUMER)).isEqualTo(consumer);
                assertThat(Topic.header(letter, DeadLetters.OFFSET)).matches("\\d+");
            });
        }
    }

    @Test
    void whileTheDatabaseIsAwayEventsWaitForIt() {
        try (var sender = new Sender()) {
            sender.send(MOVED, aggregate, counted(1), headers(UuidV7.next(), tenant, aggregate, 1));
            await().until(() -> EffectLog.count(OneByOne.NAME, tenant) == 1);
            TestServers.database().kill();
            try {
                for (int i = 2; i <= 30; i++) {
                    sender.send(MOVED, aggregate, counted(i), headers(UuidV7.next(), tenant, aggregate, i));
                }
                double before = retries();
                // An event that its consumer refuses gets half as many.
                await().until(() -> retries() >= before + 20);
            } finally {
                TestServers.database().start();
            }
        }

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(CONSUMERS)
                        .allSatisfy(consumer -> assertThat(EffectLog.of(consumer, tenant, aggregate))
                                .isEqualTo(upTo(30))));
    }

    private double retries() {
        return CONSUMERS.stream()
                .mapToDouble(consumer -> figures.get("events.retried")
                        .tag("consumer", consumer)
                        .counter()
                        .count())
                .min()
                .orElseThrow();
    }

    @Test
    void consumersComeAndGoAndEachEventTakesEffectOnceInOrder() throws Exception {
        List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(12).toList();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> written = aggregates.stream()
                    .<Future<?>>map(each -> writers.submit(() -> counting.countOneByOne(tenant, MOVED, each, 1, 100)))
                    .toList();
            for (int part = 1; part <= 3; part++) {
                long seen = part * 250L;
                ConsumerLoop second = consumers.loop(oneByOne);
                ConsumerLoop third = consumers.loop(inBatches);
                second.start();
                third.start();
                await().until(() -> EffectLog.count(OneByOne.NAME, tenant) >= seen);
                second.stop();
                third.stop();
                second.awaitEnd(Duration.ofSeconds(60));
                third.awaitEnd(Duration.ofSeconds(60));
            }
            for (Future<?> each : written) {
                each.get();
            }
        }

        await().until(() -> CONSUMERS.stream().allMatch(consumer -> EffectLog.count(consumer, tenant) >= 12 * 100));
        assertThat(CONSUMERS)
                .allSatisfy(consumer -> assertThat(aggregates)
                        .allSatisfy(each -> assertThat(EffectLog.of(consumer, tenant, each.toString()))
                                .isEqualTo(upTo(100))));
        assertThat(inBatches.largestBatch()).isGreaterThan(1);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
