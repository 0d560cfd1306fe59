package dev.tertulia.platform.events.relay;

import static dev.tertulia.platform.events.probe.Counting.COUNTED;
import static dev.tertulia.platform.events.probe.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.platform.events.probe.Counting;
import dev.tertulia.platform.events.probe.Tables;
import dev.tertulia.platform.events.probe.Topic;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Two relays, each a process of its own, killed again and again while others commit. */
@QuarkusTest
@TestProfile(RelayKillIT.WithoutRelay.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "probe"))
class RelayKillIT {
    private static final int KILLS = 4;
    private static final int EACH = 300;

    private final UUID tenant = UUID.randomUUID();
    private final List<Process> started = new ArrayList<>();

    @Inject
    Counting counting;

    @Inject
    @ConfigProperty(name = "PROBE_RELAY_PASSWORD")
    String relayPassword;

    public static final class WithoutRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tertulia.events.relay.enabled", "false", "tertulia.events.consumers.enabled", "false");
        }
    }

    @Test
    void killedRelaysLoseNothingAndKeepEachAggregatesOrder() throws Exception {
        List<UUID> aggregates = Stream.generate(UUID::randomUUID).limit(6).toList();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Process victim = start();
            Process survivor = start();
            List<Future<?>> written = aggregates.stream()
                    .<Future<?>>map(
                            each -> writers.submit(() -> counting.countOneByOne(tenant, COUNTED, each, 1, EACH)))
                    .toList();
            for (int kill = 1; kill <= KILLS; kill++) {
                int published = kill * 6 * EACH / (KILLS + 2);
                await().until(() -> logged() >= published);
                victim.destroyForcibly();
                victim = survivor;
                survivor = start();
            }
            for (Future<?> each : written) {
                each.get();
            }
            await().until(() -> logged() == 6L * EACH);
        } finally {
            started.forEach(Process::destroyForcibly);
        }

        List<Long> inOrder = LongStream.rangeClosed(1, EACH).boxed().toList();
        try (var topic = new Topic(COUNTED)) {
            await().until(() -> topic.firstSeen(tenant).values().stream()
                            .mapToInt(List::size)
                            .sum()
                    == 6 * EACH);
            assertThat(topic.firstSeen(tenant))
                    .isEqualTo(aggregates.stream().collect(Collectors.toMap(UUID::toString, each -> inOrder)));
        }
        assertThat(aggregates)
                .allSatisfy(each -> assertThat(Tables.select(
                                "select aggregate_sequence from event_log where key = ? order by position",
                                each.toString()))
                        .isEqualTo(inOrder.stream().map(String::valueOf).toList()));
    }

    private long logged() {
        return Tables.count("select count(*) from event_log where tenant_id = ?", tenant);
    }

    private Process start() throws IOException {
        var database = TestServers.database();
        Process relay = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        database.host(),
                        Integer.toString(database.port()),
                        TestDatabase.NAME,
                        relayPassword,
                        TestServers.broker().bootstrapServers())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(relay);
        BufferedReader output = relay.inputReader();
        assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
        return relay;
    }
}
