package dev.tertulia.tenant.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits: woken by a commit, else looking by itself. Every replica runs it; an attempt is one replica's. A mail
 * goes out at least once: who dies after the server has taken it and before that is written down leaves it to be sent
 * again, under the same Message-ID.
 */
@ApplicationScoped
class MailSender {
    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int AT_ONCE = 100;
    private static final int FACTOR = 3;
    private static final long NOT_STARTED = -1;

    private final Vertx vertx;
    private final MailStore store;
    private final Postman postman;
    private final MailMetrics metrics;
    private final MailConfig config;
    private final Clock clock;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable Context context;
    private volatile long timer = NOT_STARTED;

    MailSender(Vertx vertx, MailStore store, Postman postman, MailMetrics metrics, MailConfig config, Clock clock) {
        this.vertx = vertx;
        this.store = store;
        this.postman = postman;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> {
            wake();
            measure();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        context = null;
    }

    /** Has it look for mail now, on a context of its own. Returns at once. */
    void wake() {
        Context own = context;
        if (own != null && calls.getAndIncrement() == 0) {
            own.runOnContext(start -> look());
        }
    }

    private void look() {
        int heard = calls.get();
        sendDue()
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "Mail cannot be looked for: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull()
                .subscribe()
                .with(done -> {
                    // Whoever called meanwhile may have brought mail that was not there when we looked.
                    if (calls.addAndGet(-heard) > 0) {
                        look();
                    }
                });
    }

    private Uni<Void> sendDue() {
        return store.due(AT_ONCE)
                .flatMap(places -> Multi.createFrom()
                        .iterable(places)
                        .onItem()
                        .transformToUni(this::send)
                        .merge(config.atOnce())
                        .collect()
                        .asList()
                        .flatMap(all -> all.size() < AT_ONCE ? Uni.createFrom().voidItem() : sendDue()));
    }

    /** Never fails: what cannot even be written down is taken again when its lease is over. */
    private Uni<Void> send(MailPlace place) {
        return store.take(place)
                .flatMap(taken -> taken.map(this::attempt)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("Mail %s: %s", place.id(), failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> attempt(QueuedMail mail) {
        if (!clock.instant().isBefore(mail.usefulUntil())) {
            return giveUp(mail, "too-late");
        }
        return postman.carry(mail)
                .onItemOrFailure()
                .transformToUni((carried, failure) -> failure == null ? sent(mail) : failed(mail, failure));
    }

    private Uni<Void> sent(QueuedMail mail) {
        metrics.attempted(mail.kind(), "sent");
        return store.sent(mail.place());
    }

    private Uni<Void> failed(QueuedMail mail, Throwable failure) {
        String problem = Postman.problem(failure);
        if (Postman.isFinal(failure) || mail.attempts() >= config.maxAttempts()) {
            return giveUp(mail, problem);
        }
        metrics.attempted(mail.kind(), "postponed");
        Instant again = clock.instant().plus(pause(mail.attempts()));
        LOG.debugf("Mail %s was not taken, attempt %d: %s", mail.place().id(), mail.attempts(), problem);
        return store.postpone(mail.place(), again, problem);
    }

    private Uni<Void> giveUp(QueuedMail mail, String problem) {
        metrics.attempted(mail.kind(), "failed");
        LOG.warnf(
                "Mail %s (%s) of tenant %s is given up after %d attempts: %s",
                mail.place().id(), mail.kind().wireName(), mail.place().tenant(), mail.attempts(), problem);
        return store.giveUp(mail.place(), problem);
    }

    private Duration pause(int attempts) {
        Duration pause = config.firstPause();
        for (int i = 1; i < attempts && pause.compareTo(config.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }

    private void measure() {
        store.backlog()
                .subscribe()
                .with(
                        metrics::measured,
                        failure -> LOG.debugf(
                                "Mail cannot be counted: %s", failure.getClass().getSimpleName()));
    }
}
