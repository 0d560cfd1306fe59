package dev.tertulia.bench.ingest;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts webhooks at a fixed rate, whether the answers come or not (an open loop), and measures each answer from the moment
 * the webhook was due. Arguments: port, rate a second (0: as fast as 128 at a time go), seconds, run, file of targets.
 */
public final class Load {
    private static final int CUSTOMERS = 60_000;
    private static final int AT_ONCE_WHEN_UNPACED = 128;
    private static final int CONNECTIONS = 256;

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int rate = Integer.parseInt(arguments[1]);
        int seconds = Integer.parseInt(arguments[2]);
        String run = arguments[3];
        List<Target> targets = Files.readAllLines(Path.of(arguments[4])).stream()
                .map(Target::of)
                .toList();

        Vertx vertx = Vertx.vertx();
        HttpClient http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(-1));
        Payloads payloads = new Payloads();
        Random random = new Random(run.hashCode());
        int most = rate == 0 ? 2_000_000 : rate * seconds;
        long[] nanos = new long[most];
        AtomicInteger answered = new AtomicInteger();
        AtomicLong failed = new AtomicLong();
        Semaphore free = new Semaphore(rate == 0 ? AT_ONCE_WHEN_UNPACED : most);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        int sent = 0;
        while (sent < most && System.nanoTime() < end) {
            free.acquire();
            Target target = targets.get(sent % targets.size());
            Payloads.Signed webhook = payloads.text(target, run, sent, random.nextInt(CUSTOMERS));
            long due;
            if (rate == 0) {
                due = System.nanoTime();
            } else {
                due = start + sent * 1_000_000_000L / rate;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(Math.min(due - System.nanoTime(), 200_000));
                }
            }
            sent++;
            http.request(HttpMethod.POST, target.path())
                    .compose(request -> request.putHeader("Content-Type", "application/json")
                            .putHeader("X-Hub-Signature-256", webhook.signature())
                            .send(Buffer.buffer(webhook.body())))
                    .compose((HttpClientResponse response) -> response.body().map(response.statusCode()))
                    .onComplete(done -> {
                        if (done.failed() || done.result() != 200) {
                            failed.incrementAndGet();
                        }
                        nanos[answered.getAndIncrement()] = System.nanoTime() - due;
                        free.release();
                    });
        }
        while (answered.get() < sent && System.nanoTime() < end + TimeUnit.SECONDS.toNanos(20)) {
            Thread.sleep(5);
        }
        double took = (System.nanoTime() - start) / 1e9;
        int count = answered.get();
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        System.out.printf(
                "RESULT sent=%d answered=%d failed=%d seconds=%.3f p50ms=%.3f p99ms=%.3f maxms=%.3f%n",
                sent,
                count,
                failed.get(),
                took,
                sorted[count / 2] / 1e6,
                sorted[(int) (count * 0.99)] / 1e6,
                sorted[count - 1] / 1e6);
        System.exit(0);
    }
}
