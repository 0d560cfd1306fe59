package dev.tertulia.local.whatsapp.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.journal.Journaled;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.webhook.WebhookLane.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Posts signed webhooks to the businesses, each until it is taken or too old. */
@ApplicationScoped
public class Webhooks implements Journaled {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);
    private static final byte[] BETWEEN = ",".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}]}".getBytes(StandardCharsets.UTF_8);

    /** A change that the business has not taken yet, as the journal has it. */
    record Saved(long id, String phoneNumberId, String change) {}

    /** Counters of one number's webhooks; {@code changes} are items, {@code posts} HTTP requests. */
    public record Counts(long changes, long delivered, long failedPosts, long givenUp, long posts, int pending) {}

    private final Map<String, WebhookLane> lanes = new ConcurrentHashMap<>();
    private final Map<Long, Saved> undelivered = new ConcurrentHashMap<>();
    private final AtomicLong lastSavedId = new AtomicLong();
    private final HttpClient http;
    private final Vertx vertx;
    private final Clock clock;
    private final Journal journal;
    private final Numbers numbers;
    private final SimulatorConfig.Webhooks config;

    Webhooks(Vertx vertx, Clock clock, Journal journal, Numbers numbers, SimulatorConfig config) {
        this.vertx = vertx;
        this.clock = clock;
        this.journal = journal;
        this.numbers = numbers;
        this.config = config.webhooks();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(this.config.connections())
                .setConnectTimeout((int) this.config.timeout().toMillis())
                .setKeepAliveTimeout(30));
    }

    /** Queues a change for the number's business; {@code whenDone} is told whether it was taken in the end. */
    public void send(BusinessNumber number, JsonNode change, @Nullable Consumer<Boolean> whenDone) {
        if (number.registration().callbackUrl() == null) {
            // Meta delivers nothing to an app that has not subscribed, and does not keep it for later.
            if (whenDone != null) {
                whenDone.accept(false);
            }
            return;
        }
        Buffer bytes = Buffer.buffer(MetaJson.write(change));
        lane(number).add(bytes, remembered(number, bytes, whenDone));
    }

    /** Whether so much waits that the number should take nothing more. */
    public boolean isFull(BusinessNumber number) {
        return lane(number).pending() >= config.maxPending();
    }

    /** Forgets what waits for the business. */
    public void clear(BusinessNumber number) {
        lane(number).clear();
    }

    /** Tries at once what waits, for instance because the callback has changed. */
    public void wake(BusinessNumber number) {
        lane(number).wake();
    }

    public Counts counts(BusinessNumber number) {
        WebhookLane lane = lane(number);
        return new Counts(
                lane.queued.sum(),
                lane.delivered.sum(),
                lane.failedPosts.sum(),
                lane.givenUp.sum(),
                lane.posts.sum(),
                lane.pending());
    }

    /** Sets the counters of all numbers to nought. */
    public void forgetCounts() {
        for (WebhookLane lane : lanes.values()) {
            List.of(lane.queued, lane.delivered, lane.failedPosts, lane.givenUp, lane.posts)
                    .forEach(LongAdder::reset);
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("webhook", "webhook-done");
    }

    @Override
    public void restore(String kind, JsonNode value) {
        if (kind.equals("webhook-done")) {
            undelivered.remove(value.asLong());
            return;
        }
        Saved saved = new Saved(
                value.path("id").asLong(),
                value.path("phoneNumberId").asText(),
                value.path("change").asText());
        undelivered.put(saved.id(), saved);
        lastSavedId.accumulateAndGet(saved.id(), Math::max);
    }

    /** Queues again what had not been taken when the simulator stopped. */
    public void resume() {
        List<Saved> left = undelivered.values().stream()
                .sorted((a, b) -> Long.compare(a.id(), b.id()))
                .toList();
        undelivered.clear();
        for (Saved saved : left) {
            journal.append("webhook-done", saved.id());
            BusinessNumber number = numbers.find(saved.phoneNumberId());
            if (number != null) {
                Buffer bytes = Buffer.buffer(saved.change());
                lane(number).add(bytes, remembered(number, bytes, null));
            }
        }
    }

    @Override
    public void snapshot(BiConsumer<String, Object> entries) {
        undelivered.values().forEach(saved -> entries.accept("webhook", saved));
    }

    private @Nullable Consumer<Boolean> remembered(
            BusinessNumber number, Buffer change, @Nullable Consumer<Boolean> whenDone) {
        if (!journal.isOpen()) {
            return whenDone;
        }
        Saved saved = new Saved(lastSavedId.incrementAndGet(), number.id(), change.toString());
        undelivered.put(saved.id(), saved);
        journal.append("webhook", saved);
        return taken -> {
            undelivered.remove(saved.id());
            journal.append("webhook-done", saved.id());
            if (whenDone != null) {
                whenDone.accept(taken);
            }
        };
    }

    private WebhookLane lane(BusinessNumber number) {
        return lanes.computeIfAbsent(number.id(), id -> new WebhookLane(number, this::post, vertx, clock, config));
    }

    private void post(BusinessNumber number, List<PendingWebhook> changes, Consumer<Outcome> outcome) {
        NumberRegistration registration = number.registration();
        String url = registration.callbackUrl();
        if (url == null) {
            // The subscription ended while this was waiting.
            vertx.runOnContext(nothing -> outcome.accept(Outcome.TAKEN));
            return;
        }
        byte[] body = body(registration.wabaId(), changes);
        boolean forged = happens(number.behaviour().forgeSignature());
        String secret = forged ? registration.appSecret() + "-forged" : registration.appSecret();
        String signature = new Signature(secret).of(body);
        int copies = 1 + number.behaviour().duplicateWebhooks();
        AtomicInteger open = new AtomicInteger(copies);
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        for (int i = 0; i < copies; i++) {
            postOnce(url, body, signature, one -> {
                outcomes.add(one);
                if (open.decrementAndGet() == 0) {
                    outcome.accept(forged ? Outcome.TAKEN : judged(number, outcomes));
                }
            });
        }
    }

    private static Outcome judged(BusinessNumber number, List<Outcome> outcomes) {
        if (happens(number.behaviour().rejectWebhook())) {
            return Outcome.AWAY;
        }
        // One copy that was taken is enough: that is what duplicates are for.
        return outcomes.contains(Outcome.TAKEN) ? Outcome.TAKEN : outcomes.getFirst();
    }

    private void postOnce(String url, byte[] body, String signature, Consumer<Outcome> outcome) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "facebookexternalua")
                .putHeader("X-Hub-Signature-256", signature);
        http.request(request)
                .compose(open -> answered(open, body))
                .onComplete(status -> outcome.accept(status.succeeded() ? outcomeOf(status.result()) : Outcome.AWAY));
    }

    private static Future<Integer> answered(HttpClientRequest open, byte[] body) {
        return open.send(Buffer.buffer(body)).compose(response -> {
            // The answer's body is of no interest, but must be read for the connection to be used again.
            response.resume();
            return response.end().map(nothing -> response.statusCode());
        });
    }

    private static Outcome outcomeOf(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.TAKEN;
        }
        LOG.debugf("The business answered a webhook with %d", status);
        boolean itsOwnFault = status >= 400 && status < 500 && status != 408 && status != 429;
        return itsOwnFault ? Outcome.REFUSED : Outcome.AWAY;
    }

    private static byte[] body(String wabaId, List<PendingWebhook> changes) {
        byte[] start = ("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + wabaId + "\",\"changes\":[")
                .getBytes(StandardCharsets.UTF_8);
        Buffer body = Buffer.buffer(start);
        for (int i = 0; i < changes.size(); i++) {
            if (i > 0) {
                body.appendBytes(BETWEEN);
            }
            body.appendBuffer(changes.get(i).change());
        }
        return body.appendBytes(END).getBytes();
    }

    private static boolean happens(double probability) {
        return probability > 0 && ThreadLocalRandom.current().nextDouble() < probability;
    }
}
