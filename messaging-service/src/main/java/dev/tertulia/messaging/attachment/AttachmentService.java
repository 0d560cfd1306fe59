package dev.tertulia.messaging.attachment;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.tenant.Metrics;
import dev.tertulia.messaging.attachment.ObjectStorage.LocalBytes;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppLimits;
import dev.tertulia.messaging.conversation.ConversationVisibility;
import dev.tertulia.messaging.inbound.MessageKind;
import dev.tertulia.messaging.message.MessageReader;
import dev.tertulia.messaging.outbound.ContentViolation;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.allowance.Metric;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that people upload to send, and look at. */
@ApplicationScoped
class AttachmentService {
    private static final int BUFFER = 64 * 1024;
    private static final String FIND = """
            select a.content_type, a.file_name, a.size_bytes, a.status, a.storage_key, a.sha256, a.uploaded_by, a.kind,
                m.id is not null as sent, c.assignee_id
            from attachment a
            left join message m on m.tenant_id = a.tenant_id and m.id = a.message_id
            left join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1""";
    private static final String ADD = """
            insert into attachment (id, kind, content_type, file_name, size_bytes, sha256, status, storage_key, uploaded_by)
            values ($1, $2, $3, $4, $5, $6, 'stored', $7, $8)
            returning id, kind, content_type, file_name, size_bytes, voice, animated, status, problem""";

    static final Metric STORAGE = Metric.level(Metrics.STORAGE);

    private final TenantDatabase database;
    private final ObjectStorage storage;
    private final AttachmentConfig config;
    private final Allowance allowance;

    AttachmentService(TenantDatabase database, ObjectStorage storage, AttachmentConfig config, Allowance allowance) {
        this.database = database;
        this.storage = storage;
        this.config = config;
        this.allowance = allowance;
    }

    /** A file that may be shown to the caller. */
    record StoredFile(String contentType, @Nullable String fileName, long sizeBytes, String key, String sha256) {}

    /** Fails with {@link AttachmentProblem#NOT_FOUND}, also for one that the caller is not shown. */
    Uni<StoredFile> find(UUID id, Caller caller) {
        return database.inTransaction(connection -> connection
                .preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0 || !isShown(rows.iterator().next(), caller)) {
                        throw ProblemException.of(AttachmentProblem.NOT_FOUND);
                    }
                    Row row = rows.iterator().next();
                    if (!row.getString("status").equals("stored")) {
                        throw ProblemException.of(
                                AttachmentProblem.NOT_STORED,
                                "It is " + row.getString("status") + ": the message says why.");
                    }
                    String type = row.getString("content_type");
                    return new StoredFile(
                            type == null ? "application/octet-stream" : type,
                            row.getString("file_name"),
                            row.getLong("size_bytes"),
                            row.getString("storage_key"),
                            row.getString("sha256"));
                }));
    }

    private static boolean isShown(Row row, Caller caller) {
        if (!row.getBoolean("sent")) {
            return caller.actor().id().toString().equals(row.getString("uploaded_by"));
        }
        return ConversationVisibility.of(caller).sees(row.getUUID("assignee_id"));
    }

    Uni<LocalBytes> read(StoredFile file, long from, long length) {
        return storage.read(file.key(), from, length);
    }

    /** Takes a body in as a file, blocking while it comes. Fails with {@link AttachmentProblem#TOO_LARGE}. */
    Received receive(InputStream body, @Nullable String fileName) throws IOException {
        Path file = Files.createTempFile(config.workFolder(), "tertulia-upload-", "");
        try {
            copy(body, file);
            return new Received(file, FileFacts.of(file, fileName));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** A file that was taken in. Whoever has it deletes it. */
    record Received(Path file, FileFacts facts) {}

    private void copy(InputStream body, Path file) throws IOException {
        long max = config.maxSize().asLongValue();
        long written = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                written += read;
                if (written > max) {
                    throw ProblemException.of(
                            AttachmentProblem.TOO_LARGE,
                            "Send at most " + max / (1024 * 1024) + " MiB, or a link to where the file is.");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    /** Stores it to be sent later. A 422 where WhatsApp would not take it; fails where the plan has no room for it. */
    Uni<Message.Attachment> keep(
            Received received, @Nullable String fileName, @Nullable String askedKind, Caller caller) {
        MessageKind kind = kind(askedKind, received.facts().contentType());
        requireTaken(kind, received.facts());
        UUID id = UuidV7.next();
        String key = caller.requiredTenant().id() + "/" + id;
        long size = received.facts().sizeBytes();
        return allowance
                .requireRoom(STORAGE, size)
                .chain(() -> storage.put(key, received.file()))
                .chain(() -> database.inTransaction(connection -> connection
                        .preparedQuery(ADD)
                        .execute(Tuple.from(Arrays.asList(
                                id,
                                kind.wireName(),
                                received.facts().contentType(),
                                fileName,
                                size,
                                received.facts().sha256(),
                                key,
                                caller.actor().id().toString())))
                        .map(rows -> MessageReader.attachment(rows.iterator().next()))
                        .call(() -> allowance.reserve(STORAGE, size))));
    }

    private static MessageKind kind(@Nullable String asked, String contentType) {
        if (asked != null) {
            Optional<MessageKind> kind = MessageKind.ofWireName(asked).filter(MessageKind::isMedia);
            return kind.orElseThrow(
                    () -> ProblemException.invalid("kind", "Choose image, audio, video, document or sticker"));
        }
        for (MessageKind kind : List.of(MessageKind.IMAGE, MessageKind.VIDEO, MessageKind.AUDIO)) {
            if (WhatsAppLimits.checkFile(kind, contentType, 1).isEmpty()) {
                return kind;
            }
        }
        return MessageKind.DOCUMENT;
    }

    private static void requireTaken(MessageKind kind, FileFacts facts) {
        List<ContentViolation> found = WhatsAppLimits.checkFile(kind, facts.contentType(), facts.sizeBytes());
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    CommonProblem.VALIDATION_FAILED,
                    null,
                    found.stream()
                            .map(violation -> new FieldError(violation.field(), violation.message()))
                            .toList());
        }
    }
}
