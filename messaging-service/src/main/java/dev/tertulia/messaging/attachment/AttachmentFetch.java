package dev.tertulia.messaging.attachment;

import dev.tertulia.messaging.attachment.AttachmentRows.PendingFile;
import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.MediaDownload;
import dev.tertulia.messaging.channel.whatsapp.MediaException;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Fetches the files of what customers sent into the storage, and tries again until the provider has them no more. */
@ApplicationScoped
class AttachmentFetch {
    private static final Logger LOG = Logger.getLogger(AttachmentFetch.class);
    // Longer than a fetch may take, so that nobody takes one that is still under way.
    private static final Duration ALLOWANCE = Duration.ofMinutes(1);

    private final CrossTenantLookup lookup;
    private final AttachmentRows rows;
    private final ChannelDirectory channels;
    private final MediaDownload media;
    private final ObjectStorage storage;
    private final AttachmentConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();

    AttachmentFetch(
            CrossTenantLookup lookup,
            AttachmentRows rows,
            ChannelDirectory channels,
            MediaDownload media,
            ObjectStorage storage,
            AttachmentConfig config,
            Vertx vertx,
            Clock clock) {
        this.lookup = lookup;
        this.rows = rows;
        this.channels = channels;
        this.media = media;
        this.storage = storage;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Scheduled(
            every = "${messaging.attachments.poll-interval:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        int room = config.fetches() - underWay.get();
        if (room <= 0) {
            return Uni.createFrom().voidItem();
        }
        return lookup.select("attachments_due", Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), room))
                .invoke(due -> {
                    for (Row row : due) {
                        begin(row.getUUID("tenant_id"), row.getUUID("attachment_id"));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void begin(UUID tenant, UUID id) {
        underWay.incrementAndGet();
        Instant until = clock.instant().plus(config.timeLimit()).plus(ALLOWANCE);
        rows.claim(tenant, id, until)
                .flatMap(claimed -> claimed.isEmpty() ? Uni.createFrom().voidItem() : fetch(claimed.get()))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Attachment %s is fetched later: %s",
                                id, failure.getClass().getSimpleName()));
    }

    private Uni<Void> fetch(PendingFile file) {
        Path target = config.workFolder().resolve("tertulia-fetch-" + UUID.randomUUID());
        return channels.find(file.channelId())
                .map(Optional::orElseThrow)
                .flatMap(channel -> download(channel, file, target))
                .flatMap(facts -> storage.put(file.key(), target).chain(() -> rows.stored(file, facts, file.key())))
                .onFailure()
                .recoverWithUni(failure -> notFetched(file, failure))
                .onTermination()
                .call(() -> delete(target));
    }

    private Uni<FileFacts> download(ConnectedChannel channel, PendingFile file, Path target) {
        return media.fetch(channel, file.providerMediaId(), target, limits())
                .chain(() -> facts(target, file.fileName()))
                .invoke(facts -> {
                    if (file.sha256() != null && !facts.hasHash(file.sha256())) {
                        throw new MediaException("The file did not come whole", false);
                    }
                });
    }

    private MediaDownload.Limits limits() {
        return new MediaDownload.Limits(config.maxSize().asLongValue(), config.timeLimit(), config.idleLimit());
    }

    private Uni<FileFacts> facts(Path file, @org.jspecify.annotations.Nullable String name) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> FileFacts.of(file, name), false)
                        .toCompletionStage());
    }

    private Uni<Void> notFetched(PendingFile file, Throwable failure) {
        if (failure instanceof MediaException refused && refused.forGood()) {
            return rows.givenUp(file, "unavailable", refused.reason());
        }
        String reason = failure instanceof MediaException refused
                ? refused.reason()
                : "The file could not be fetched or stored";
        LOG.warnf(
                "Attachment %s was not fetched at attempt %d: %s",
                file.id(), file.attempt(), failure.getClass().getSimpleName());
        return file.attempt() >= config.maxAttempts()
                ? rows.givenUp(file, "failed", reason)
                : rows.later(file, clock.instant().plus(backoff(file.attempt())), reason);
    }

    private Duration backoff(int attempt) {
        Duration full = config.shortestBackoff().multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration limited = full.compareTo(config.longestBackoff()) < 0 ? full : config.longestBackoff();
        return limited.multipliedBy(ThreadLocalRandom.current().nextInt(75, 126))
                .dividedBy(100);
    }

    private Uni<Void> delete(Path file) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> Files.deleteIfExists(file), false)
                        .toCompletionStage())
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
