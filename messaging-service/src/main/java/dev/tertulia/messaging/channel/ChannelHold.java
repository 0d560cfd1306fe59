package dev.tertulia.messaging.channel;

import dev.tertulia.contracts.messaging.ChannelChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Holds a channel whose provider refuses the account: what is queued waits until a person has mended it. */
@ApplicationScoped
public class ChannelHold {
    // A channel that was changed since may have been mended, and an older refusal says nothing about it.
    private static final String HOLD = """
            update channel k set status = 'failed', held_at = $3, held_reason = $4, last_error = $4, last_error_at = $3,
                version = k.version + 1
            where k.tenant_id = current_setting('app.tenant_id')::uuid and k.id = $1 and k.version = $2
                and k.held_at is null and k.deleted_at is null and k.status <> 'disabled'
            returning k.type, k.name, k.status, k.version""";

    private final Outbox outbox;
    private final ChannelDirectory directory;
    private final Clock clock;

    ChannelHold(Outbox outbox, ChannelDirectory directory, Clock clock) {
        this.outbox = outbox;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Holds it and queues {@code channel.failed}, in the transaction of the connection. A no-op for a channel that is held
     * already or was changed since.
     *
     * @param version of the channel that was refused
     * @param reason what a person can do about it
     */
    public Uni<Void> hold(SqlConnection connection, UUID channel, int version, String reason) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(channel, version, clock.instant().atOffset(ZoneOffset.UTC), reason))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : tell(channel, rows.iterator().next(), reason));
    }

    private Uni<Void> tell(UUID channel, Row row, String reason) {
        ChannelChanged changed = new ChannelChanged(
                channel, row.getString("type"), row.getString("name"), row.getString("status"), reason);
        return outbox.append(
                OutboxEvent.of(MessagingTopics.CHANNEL_FAILED, channel, row.getInteger("version"), changed));
    }

    /** For after the commit. */
    public void forget(UUID channel) {
        directory.forget(channel);
    }
}
