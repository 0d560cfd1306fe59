package dev.tertulia.platform.events.log;

import static dev.tertulia.platform.events.probe.Counting.COUNTED;
import static dev.tertulia.platform.events.probe.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.events.probe.Counted;
import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class EventLogIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final UUID tenant = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID aggregate = UUID.randomUUID();

    @Inject
    Counting counting;

    @Inject
    EventLog log;

    @Inject
    EventLogTail tail;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void whoResumesFromACursorAndThenListensMissesNothingAndGetsNothingTwice() throws Exception {
        counting.count(tenant, COUNTED, aggregate, 1, 40);
        await().until(() -> logged(tenant) == 40);
        long cursor = readAfter(tenant, 0, 200).events().get(9).position();

        var live = new ConcurrentLinkedQueue<LoggedEvent>();
        List<LoggedEvent> seen = new ArrayList<>();
        try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> written = writer.submit(() -> counting.countOneByOne(tenant, COUNTED, aggregate, 41, 200));
            await().until(() -> logged(tenant) > 60);
            try (var listening = tail.listen(live::addAll).await().atMost(LIMIT)) {
                for (LogPage page = readAfter(tenant, cursor, 7);
                        !page.events().isEmpty() && last(seen) < listening.position();
                        page = readAfter(tenant, last(seen), 7)) {
                    assertThat(page.complete()).isTrue();
                    seen.addAll(page.events());
                }
                long resumed = last(seen);
                written.get();
                await().until(() -> logged(tenant) == 200);
                await().until(() -> resumed >= end() || live.stream().anyMatch(event -> event.position() >= end()));
                live.stream()
                        .filter(event -> event.tenantId().equals(tenant) && event.position() > resumed)
                        .forEach(seen::add);
            }
        }

        assertThat(seen)
                .extracting(LoggedEvent::sequence)
                .isEqualTo(LongStream.rangeClosed(11, 200).boxed().toList());
        assertThat(seen.getFirst().as(Counted.class).number()).isEqualTo(11);
        assertThat(seen.getFirst().key()).isEqualTo(aggregate.toString());
        assertThat(seen.getFirst().type()).isEqualTo(COUNTED);
    }

    private long end() {
        return Tables.count(
                "select max(position) from event_log where tenant_id = ? and aggregate_sequence = 200", tenant);
    }

    private static long last(List<LoggedEvent> events) {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    @Test
    void aTenantReadsItsOwnEventsOnly() {
        counting.count(tenant, COUNTED, aggregate, 1, 5);
        counting.count(other, COUNTED, aggregate, 1, 3);
        await().until(() -> logged(tenant) == 5 && logged(other) == 3);

        assertThat(readAfter(other, 0, 200).events())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.tenantId()).isEqualTo(other));
    }

    @Test
    void whoComesBackAfterEventsWereDeletedIsToldToBeginAnew() {
        counting.count(tenant, COUNTED, aggregate, 1, 10);
        await().until(() -> logged(tenant) == 10);
        long first = readAfter(tenant, 0, 1).events().getFirst().position();
        long tenth = readAfter(tenant, 0, 200).events().getLast().position();
        assertThat(readAfter(tenant, first, 200).complete()).isTrue();

        // All older ones must be of an age to go, or those in between would stay.
        Tables.execute(
                "update event_log set published_at = now() - interval '25 hours' where position <= " + (first + 5));

        await().until(() -> logged(tenant) == 4);
        assertThat(readAfter(tenant, first, 200).complete()).isFalse();
        LogPage rest = readAfter(tenant, first + 5, 200);
        assertThat(rest.complete()).isTrue();
        assertThat(rest.events()).extracting(LoggedEvent::sequence).containsExactly(7L, 8L, 9L, 10L);
        assertThat(readAfter(tenant, tenth + 1_000_000, 200).complete()).isFalse();
    }

    @Test
    void processedEventsAreForgottenAfterAWeek() {
        Tables.execute("insert into processed_event (tenant_id, consumer, event_id, processed_at) values ('" + tenant
                + "', 'old', '" + aggregate + "', now() - interval '8 days'), ('" + tenant + "', 'young', '" + aggregate
                + "', now() - interval '6 days')");

        await().untilAsserted(() -> assertThat(
                        Tables.select("select consumer from processed_event where tenant_id = ?", tenant))
                .containsExactly("young"));
    }

    private LogPage readAfter(UUID reader, long position, int limit) {
        return unitOfWork
                .as(reader, () -> log.readAfter(position, limit))
                .await()
                .atMost(LIMIT);
    }

    private static long logged(UUID owner) {
        return Tables.count("select count(*) from event_log where tenant_id = ?", owner);
    }
}
