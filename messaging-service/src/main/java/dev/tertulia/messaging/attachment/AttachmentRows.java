package dev.tertulia.messaging.attachment;

import dev.tertulia.contracts.messaging.ConversationReference;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of files that are being fetched, and the events that tell of them. */
@ApplicationScoped
class AttachmentRows {
    private static final String CLAIM = """
            update attachment a set attempts = a.attempts + 1, next_attempt_at = $3
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.status = 'pending'
                and a.next_attempt_at <= $2
            returning a.channel_id, a.message_id, a.provider_media_id, a.file_name, a.sha256, a.attempts""";
    private static final String LOCK = """
            select c.id, c.channel_id, k.type as channel_type, c.status, c.assignee_id, c.unread_count
            from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
            join channel k on k.tenant_id = c.tenant_id and k.id = c.channel_id
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1
            for no key update of c""";
    private static final String STORED = """
            update attachment a set status = 'stored', problem = null, next_attempt_at = null, content_type = $2,
                size_bytes = $3, sha256 = $4, storage_key = $5
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.status = 'pending'""";
    private static final String GIVEN_UP = """
            update attachment a set status = $2, problem = $3, next_attempt_at = null
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.status = 'pending'""";
    private static final String LATER = """
            update attachment a set next_attempt_at = $2, problem = $3
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.status = 'pending'""";
    private static final String BUMP = """
            update conversation c set sequence = c.sequence + 1
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 returning c.sequence""";
    private static final String READ = "select " + MessageReader.COLUMNS
            + " from message m where m.tenant_id = current_setting('app.tenant_id')::uuid and m.id = $1";

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final MessageReader reader;
    private final Outbox outbox;
    private final Allowance allowance;
    private final Clock clock;

    AttachmentRows(
            UnitOfWork units,
            TenantDatabase database,
            MessageReader reader,
            Outbox outbox,
            Allowance allowance,
            Clock clock) {
        this.units = units;
        this.database = database;
        this.reader = reader;
        this.outbox = outbox;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** Takes a file to be fetched, for nobody else to take until then. Empty when somebody has it. */
    Uni<Optional<PendingFile>> claim(UUID tenant, UUID id, Instant until) {
        return units.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(CLAIM)
                        .execute(Tuple.of(id, time(clock.instant()), time(until)))
                        .map(rows -> rows.size() == 0
                                ? Optional.<PendingFile>empty()
                                : Optional.of(
                                        pending(tenant, id, rows.iterator().next())))));
    }

    private static PendingFile pending(UUID tenant, UUID id, Row row) {
        return new PendingFile(
                tenant,
                id,
                row.getUUID("channel_id"),
                row.getUUID("message_id"),
                row.getString("provider_media_id"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInteger("attempts"));
    }

    /** It counts as used, also beyond what the plan allows: what a customer sends is kept. */
    Uni<Void> stored(PendingFile file, FileFacts facts, String key) {
        return change(
                file,
                STORED,
                Tuple.of(file.id(), facts.contentType(), facts.sizeBytes(), facts.sha256(), key),
                () -> allowance.count(AttachmentService.STORAGE, facts.sizeBytes()));
    }

    /** @param status failed, or unavailable where the provider has it no more */
    Uni<Void> givenUp(PendingFile file, String status, String reason) {
        return change(
                file,
                GIVEN_UP,
                Tuple.of(file.id(), status, reason),
                () -> Uni.createFrom().voidItem());
    }

    Uni<Void> later(PendingFile file, Instant at, String reason) {
        return units.as(
                file.tenantId(),
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(LATER)
                        .execute(Tuple.from(Arrays.asList(file.id(), time(at), reason)))
                        .replaceWithVoid()));
    }

    private Uni<Void> change(PendingFile file, String statement, Tuple arguments, Supplier<Uni<Void>> count) {
        return units.as(
                file.tenantId(),
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(file.messageId()))
                        .flatMap(conversation -> connection
                                .preparedQuery(statement)
                                .execute(arguments)
                                .flatMap(changed -> changed.rowCount() == 0 || conversation.size() == 0
                                        ? Uni.createFrom().voidItem()
                                        : tell(
                                                        connection,
                                                        file,
                                                        reference(conversation
                                                                .iterator()
                                                                .next()))
                                                .call(() -> count.get())))));
    }

    private Uni<Void> tell(SqlConnection connection, PendingFile file, ConversationReference conversation) {
        return connection
                .preparedQuery(BUMP)
                .execute(Tuple.of(conversation.id()))
                .map(rows -> rows.iterator().next().getLong("sequence"))
                .flatMap(sequence -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(file.messageId()))
                        .flatMap(rows -> reader.read(connection, rows))
                        .map(List::getFirst)
                        .flatMap((Message message) -> outbox.append(OutboxEvent.of(
                                        MessagingTopics.MESSAGE_ATTACHMENT_CHANGED,
                                        conversation.id(),
                                        sequence,
                                        new MessageChanged(message, conversation))
                                .about(message.id()))));
    }

    private static ConversationReference reference(Row row) {
        return new ConversationReference(
                row.getUUID("id"),
                row.getUUID("channel_id"),
                row.getString("channel_type"),
                row.getString("status"),
                row.getUUID("assignee_id"),
                row.getInteger("unread_count"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A file that the provider has. @param sha256 as the provider told; null where it did not */
    record PendingFile(
            UUID tenantId,
            UUID id,
            UUID channelId,
            UUID messageId,
            String providerMediaId,
            @Nullable String fileName,
            @Nullable String sha256,
            int attempt) {
        /** Under which its bytes are stored. */
        String key() {
            return tenantId + "/" + id;
        }
    }
}
