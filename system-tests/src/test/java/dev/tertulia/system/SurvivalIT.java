package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.local.stack.Stack;
import dev.tertulia.platform.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Nothing acknowledged is lost and nothing happens twice, whatever dies. */
class SurvivalIT {
    private static final long SECOND = 1_760_000_000L;
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    private final RunningStack stack = RunningStack.get();

    @Test
    void aHundredRedeliveriesAtOnceAreOneOfEach() throws Exception {
        SignedChannel channel = SignedChannel.of(stack, "owner@acme.test");
        String waId = "5541988880000";
        List<String> messages = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            messages.add(SignedChannel.text(waId, "wamid.again." + channel.id + n, SECOND + n, "Line " + n));
        }
        try (Topic received = new Topic(stack, "message.received")) {
            List<Future<Integer>> answers = new ArrayList<>();
            try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
                for (int n = 0; n < 100; n++) {
                    List<String> shuffled = new ArrayList<>(messages);
                    Collections.shuffle(shuffled, new Random(n));
                    byte[] body = channel.webhook(waId, shuffled);
                    answers.add(senders.submit(() -> channel.post(body)));
                }
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            await().atMost(RECOVERY)
                    .untilAsserted(
                            () -> assertThat(received.ofChannel(channel.id)).hasSize(3));
            assertThat(stack.count("select count(*) from messaging.message where channel_id = ?", channel.id))
                    .isEqualTo(3);
            assertThat(stack.count("select count(*) from messaging.conversation where channel_id = ?", channel.id))
                    .isEqualTo(1);
            assertThat(stack.count("select unread_count from messaging.conversation where channel_id = ?", channel.id))
                    .isEqualTo(3);
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesEveryKill() throws Exception {
        SignedChannel channel = SignedChannel.of(stack, "owner@globex.test");
        try (Topic received = new Topic(stack, "message.received");
                Provider provider = new Provider(channel, stack)) {
            for (String victim : List.of("messaging-service", Stack.POSTGRES, Stack.KAFKA, "messaging-service")) {
                provider.awaitProgress(40);
                stack.stack.part(victim).kill();
                provider.awaitProgress(40);
            }
            Set<String> acknowledged = provider.finish();

            await().atMost(RECOVERY)
                    .untilAsserted(() ->
                            assertThat(ids(received.ofChannel(channel.id))).hasSameSizeAs(acknowledged));
            assertThat(stack.count("select count(*) from messaging.message where channel_id = ?", channel.id))
                    .isEqualTo(acknowledged.size());
            assertThat(stack.count(
                            "select sum(unread_count) from messaging.conversation where channel_id = ?", channel.id))
                    .isEqualTo(acknowledged.size());
            assertThat(stack.count(
                            "select count(*) from messaging.provider_event where channel_id = ? and status <> 'taken'",
                            channel.id))
                    .isZero();
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(stack.count(
                                    "select count(*) from messaging.outbox where payload like '%' || ? || '%'",
                                    channel.id))
                            .isZero());
        }
    }

    @Test
    void aDatabaseThatHangsIsA503InTimeAndTheNextIsTakenAtOnce() {
        SignedChannel channel = SignedChannel.of(stack, "owner@acme.test");
        assertThat(channel.post(body(channel, 0))).isEqualTo(200);
        Server postgres = stack.stack.part(Stack.POSTGRES);

        postgres.pause();
        try {
            long start = System.nanoTime();
            assertThat(channel.post(body(channel, 1))).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            start = System.nanoTime();
            assertThat(channel.post(body(channel, 2))).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            postgres.resume();
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> channel.post(body(channel, 1)) == 200);
        assertThat(channel.post(body(channel, 2))).isEqualTo(200);
        assertThat(stack.count("select count(*) from messaging.message where channel_id = ?", channel.id))
                .isEqualTo(3);
    }

    private static byte[] body(SignedChannel channel, int n) {
        return channel.webhook(
                "573001112233",
                List.of(SignedChannel.text(
                        "573001112233", "wamid.hang." + channel.id + n, SECOND + n, "Message " + n)));
    }

    private static Set<String> ids(List<ConsumerRecord<String, String>> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(Topic.header(event, "ce_id")));
        return ids;
    }

    /** Sends new messages all the time, and what was not acknowledged again with the same id, as Meta does. */
    private static final class Provider implements AutoCloseable {
        private static final int SENDERS = 4;
        private final SignedChannel channel;
        private final URI uri;
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final BlockingQueue<Integer> due = new LinkedBlockingQueue<>();
        private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();
        private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS + 1);
        private volatile boolean stopped;
        private volatile boolean closed;

        Provider(SignedChannel channel, RunningStack stack) {
            this.channel = channel;
            this.uri = URI.create("http://127.0.0.1:" + stack.stack.ports().gateway() + channel.path());
            senders.execute(this::produce);
            for (int n = 0; n < SENDERS; n++) {
                senders.execute(this::send);
            }
        }

        private void produce() {
            try {
                for (int n = 0; !stopped; n++) {
                    underWay.add(n);
                    due.add(n);
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void send() {
            try {
                while (!closed) {
                    Integer next = due.poll(200, TimeUnit.MILLISECONDS);
                    if (next != null) {
                        send(next);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void send(int n) throws InterruptedException {
            String waId = "5730022" + (10_000 + n % 50);
            String externalId = "wamid.kill." + channel.id + '.' + n;
            byte[] body =
                    channel.webhook(waId, List.of(SignedChannel.text(waId, externalId, SECOND + n, "Message " + n)));
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(15))
                    .header("Content-Type", "application/json")
                    .header("X-Hub-Signature-256", SignedChannel.sign(body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            try {
                if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    acknowledged.add(externalId);
                    underWay.remove(n);
                    return;
                }
            } catch (IOException notTaken) {
                // It is sent again.
            }
            TimeUnit.MILLISECONDS.sleep(100);
            due.add(n);
        }

        void awaitProgress(int more) {
            int before = acknowledged.size();
            await().atMost(RECOVERY).until(() -> acknowledged.size() >= before + more);
        }

        /** Stops making new ones and waits until all that were sent are acknowledged. */
        Set<String> finish() {
            stopped = true;
            await().atMost(RECOVERY).until(underWay::isEmpty);
            return Set.copyOf(acknowledged);
        }

        @Override
        public void close() {
            stopped = true;
            closed = true;
            senders.shutdownNow();
        }
    }
}
