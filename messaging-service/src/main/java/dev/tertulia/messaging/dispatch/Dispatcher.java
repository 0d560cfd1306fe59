package dev.tertulia.messaging.dispatch;

import dev.tertulia.messaging.attachment.OutboundFiles;
import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppSender;
import dev.tertulia.messaging.outbound.OutboundMessage;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is queued. Every replica may run it: a channel's queue is taken from by one at a time, a message is marked
 * before it is sent, and who finds a mark whose time is up calls the message unknown rather than sending it again.
 */
@ApplicationScoped
class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int CHANNELS_AT_ONCE = 1000;
    private static final Duration RECORD_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_RECORD_BACKOFF = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final CrossTenantLookup lookup;
    private final DispatchQueue queue;
    private final SendRecord records;
    private final ChannelDirectory channels;
    private final WhatsAppSender whatsApp;
    private final OutboundFiles files;
    private final DispatchMetrics metrics;
    private final DispatchConfig config;
    private final Clock clock;
    private final Map<UUID, ChannelLane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private volatile boolean running;

    Dispatcher(
            Vertx vertx,
            CrossTenantLookup lookup,
            DispatchQueue queue,
            SendRecord records,
            ChannelDirectory channels,
            WhatsAppSender whatsApp,
            OutboundFiles files,
            DispatchMetrics metrics,
            DispatchConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.lookup = lookup;
        this.queue = queue;
        this.records = records;
        this.channels = channels;
        this.whatsApp = whatsApp;
        this.files = files;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            running = true;
            vertx.setTimer(config.pollInterval().toMillis(), timer -> look());
        }
    }

    /** What is under way is brought to its end, since what is cut off nobody can tell the outcome of. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (inFlight.get() == 0) {
            return;
        }
        try {
            drained.get(config.drainLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("%d sends were under way at the end: they will be unknown", inFlight.get());
        }
    }

    private void look() {
        if (!running) {
            return;
        }
        lookup.select(
                        "channels_with_dispatch_due",
                        Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), CHANNELS_AT_ONCE))
                .subscribe()
                .with(
                        rows -> {
                            for (Row row : rows) {
                                wake(row.getUUID("tenant_id"), row.getUUID("channel_id"));
                            }
                            lookLater();
                        },
                        failure -> {
                            LOG.debugf(
                                    "The queue cannot be looked into: %s",
                                    failure.getClass().getSimpleName());
                            lookLater();
                        });
    }

    private void lookLater() {
        vertx.setTimer(config.pollInterval().toMillis(), timer -> look());
    }

    /** Has the channel's queue looked into now. Returns at once. */
    void wake(UUID tenant, UUID channel) {
        if (running) {
            ChannelLane asked = lanes.compute(channel, (id, known) -> {
                ChannelLane lane = known == null ? new ChannelLane(tenant, channel) : known;
                lane.asked = true;
                return lane;
            });
            // Whoever queued a message, its sending is the system's work, and so is what is recorded of it.
            VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(begin -> asked.advance());
        }
    }

    /** The sending of one channel in this process. There is one only while there is something to do. */
    private final class ChannelLane {
        private final UUID tenant;
        private final UUID channel;
        private volatile boolean asked;
        private boolean taking;
        private int underWay;

        ChannelLane(UUID tenant, UUID channel) {
            this.tenant = tenant;
            this.channel = channel;
        }

        void advance() {
            int room;
            synchronized (this) {
                room = Math.min(config.inFlightAChannel() - underWay, config.inFlight() - inFlight.get());
                if (taking || !asked || room <= 0 || !running) {
                    return;
                }
                taking = true;
                asked = false;
            }
            // What this process was doing counts as under way from here on, for a stop to wait for.
            inFlight.incrementAndGet();
            queue.take(tenant, channel, room)
                    .invoke(taken -> begin(taken))
                    .flatMap(taken -> settle(taken).replaceWith(taken))
                    .subscribe()
                    .with(this::taken, this::notTaken);
        }

        private synchronized void begin(Taken taken) {
            int sends = taken.toSend().size() + taken.toPrepare().size();
            underWay += sends;
            inFlight.addAndGet(sends);
            taken.toSend().forEach(due -> begin(send(due)));
            taken.toPrepare().forEach(due -> begin(prepare(due)));
        }

        private void begin(Uni<Void> work) {
            work.subscribe().with(done -> ended(), failure -> ended());
        }

        private Uni<Void> settle(Taken taken) {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (Map.Entry<Due, Outcome> settled : taken.settled().entrySet()) {
                all = all.chain(() -> record(settled.getKey(), settled.getValue(), null));
            }
            return all;
        }

        private void taken(Taken taken) {
            synchronized (this) {
                taking = false;
                asked |= !taken.settled().isEmpty();
            }
            Duration again = taken.lookAgain();
            if (again != null && again.isZero()) {
                asked = true;
            } else if (again != null) {
                vertx.setTimer(Math.max(1, again.toMillis()), timer -> wake(tenant, channel));
            }
            left();
            advance();
            forgetIfIdle();
        }

        // The next look into the queue comes by itself.
        private void notTaken(Throwable failure) {
            LOG.warnf(
                    "Nothing can be taken from the queue of channel %s: %s",
                    channel, failure.getClass().getSimpleName());
            synchronized (this) {
                taking = false;
            }
            left();
            forgetIfIdle();
        }

        private void ended() {
            synchronized (this) {
                underWay--;
            }
            left();
            // The next of its conversation may go now, or there is room for another.
            wake(tenant, channel);
        }

        private void forgetIfIdle() {
            lanes.computeIfPresent(channel, (id, lane) -> {
                synchronized (lane) {
                    return lane.taking || lane.underWay > 0 || lane.asked ? lane : null;
                }
            });
        }
    }

    private void left() {
        if (inFlight.decrementAndGet() == 0 && !running) {
            drained.complete(null);
        }
    }

    private Uni<Void> send(Due due) {
        return recorded(
                due,
                channel(due)
                        .flatMap(channel -> whatsApp.send(channel, message(due)))
                        .map(answer -> new Judged(judge(answer.meaning(), due), answer.httpStatus())));
    }

    /** Hands the message's file over, after which it is sent in its turn. Nothing is said to the customer by that. */
    private Uni<Void> prepare(Due due) {
        UUID file = Objects.requireNonNull(due.content().file()).attachmentId();
        return recorded(
                due,
                channel(due)
                        .flatMap(channel -> files.handOver(channel, file))
                        .map(result -> new Judged(
                                result.mediaId()
                                        .<Outcome>map(id -> new Outcome.Prepared(file, id, files.validUntil()))
                                        .orElseGet(() -> judge(result.meaning(), due)),
                                null)));
    }

    private Outcome judge(GraphAnswer answer, Due due) {
        return queue.judgement().of(answer, due, clock.instant());
    }

    /** What fails without an outcome broke before anything was said to the provider. */
    private Uni<Void> recorded(Due due, Uni<Judged> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf(
                        "Message %s could not be prepared for sending: %s",
                        due.messageId(), failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(() -> new Judged(queue.judgement().notCalled(due, clock.instant()), null))
                .flatMap(judged -> record(due, judged.outcome(), judged.httpStatus()));
    }

    private record Judged(Outcome outcome, @Nullable Integer httpStatus) {}

    /** The channel as it was taken, or newer: an older token might have been refused since. */
    private Uni<ConnectedChannel> channel(Due due) {
        return channels.find(due.channelId())
                .flatMap(known -> {
                    if (known.isPresent() && known.get().version() >= due.channelVersion()) {
                        return Uni.createFrom().item(known);
                    }
                    channels.forget(due.channelId());
                    return channels.find(due.channelId());
                })
                .map(Optional::orElseThrow);
    }

    private static OutboundMessage message(Due due) {
        boolean byNumber = due.phone() != null || due.userId() == null;
        return new OutboundMessage(
                byNumber ? due.address() : null,
                byNumber ? null : due.userId(),
                null,
                due.replyToExternalId(),
                due.messageId().toString(),
                due.content().outbound(due.providerMediaId()));
    }

    /** The outcome is known now and must not be lost, so recording it is tried for as long as the message is ours. */
    private Uni<Void> record(Due due, Outcome outcome, @Nullable Integer httpStatus) {
        return records.record(due, outcome, httpStatus)
                .onFailure()
                .retry()
                .withBackOff(RECORD_BACKOFF, LONGEST_RECORD_BACKOFF)
                .expireIn(config.lease().toMillis())
                .invoke(() -> metrics.sent(outcome))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "What became of message %s could not be recorded: %s",
                        due.messageId(), failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
