package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.inbound.InboundAttachment;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The calls of the database's ingest functions (V018), which take rows as arrays, grouped by tenant. */
@ApplicationScoped
class IngestStatements {
    private static final String KEEP_EVENTS = "select keep_provider_events($1, $2, $3, $4, $5, $6, $7)";
    private static final String STORE_MESSAGES = """
            select * from ingest_messages(make_interval(secs => $1), make_interval(secs => $2), $3, $4, $5, $6, $7, $8, $9,
                $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)""";
    private static final String STORE_STATUSES = "select * from ingest_statuses($1, $2, $3, $4, $5, $6, $7, $8)";
    private static final String STORE_ATTACHMENTS =
            "select ingest_attachments($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    private final IngestConfig config;

    IngestStatements(IngestConfig config) {
        this.config = config;
    }

    Uni<Void> keepEvents(SqlConnection connection, List<WebhookDelivery> deliveries) {
        Tuple columns = Columns.of(deliveries)
                .add(UUID[]::new, delivery -> delivery.channel().tenantId())
                .add(UUID[]::new, WebhookDelivery::eventId)
                .add(UUID[]::new, delivery -> delivery.channel().id())
                .add(Buffer[]::new, delivery -> Buffer.buffer(delivery.body()))
                .text(WebhookDelivery::status)
                .text(WebhookDelivery::problem)
                .text(WebhookDelivery::requestId)
                .tuple();
        return connection.preparedQuery(KEEP_EVENTS).execute(columns).replaceWithVoid();
    }

    Uni<Void> keepAside(SqlConnection connection, WebhookDelivery delivery, String problem) {
        Tuple columns = Columns.of(List.of(delivery))
                .add(UUID[]::new, kept -> kept.channel().tenantId())
                .add(UUID[]::new, WebhookDelivery::eventId)
                .add(UUID[]::new, kept -> kept.channel().id())
                .add(Buffer[]::new, kept -> Buffer.buffer(kept.body()))
                .text(kept -> "aside")
                .text(kept -> problem)
                .text(WebhookDelivery::requestId)
                .tuple();
        return connection.preparedQuery(KEEP_EVENTS).execute(columns).replaceWithVoid();
    }

    /** Answers the messages that are new, each with its conversation as it now is. */
    Uni<RowSet<Row>> storeMessages(SqlConnection connection, List<MessageRow> messages) {
        Tuple columns = Columns.of(messages)
                .value(seconds(config.reopenWithin()))
                .value(seconds(config.whatsappReplyWindow()))
                .add(UUID[]::new, MessageRow::tenantId)
                .add(UUID[]::new, MessageRow::channelId)
                .text(row -> row.delivery().channel().type())
                .text(MessageRow::value)
                .text(row -> row.customer().address())
                .text(MessageRow::phone)
                .text(row -> row.customer().userId())
                .text(row -> row.customer().name())
                .add(UUID[]::new, MessageRow::id)
                .text(MessageRow::externalId)
                .add(Boolean[]::new, MessageRow::inbound)
                .add(Boolean[]::new, row -> !row.item().historical())
                .text(MessageRow::status)
                .text(row -> row.item().content().kind().wireName())
                .text(row -> row.item().content().text())
                .text(MessageRow::preview)
                .text(row -> row.content() == null ? null : row.content().json())
                .add(Integer[]::new, row -> row.attachments().size())
                .text(row -> row.item().context().replyToExternalId())
                .time(row -> row.item().providerTime())
                .time(MessageRow::occurredAt)
                .tuple();
        return connection.preparedQuery(STORE_MESSAGES).execute(columns);
    }

    /** Answers the messages whose status moved on; a status of an unknown message waits for it. */
    Uni<RowSet<Row>> storeStatuses(SqlConnection connection, List<StatusRow> statuses) {
        Tuple columns = Columns.of(statuses)
                .add(UUID[]::new, StatusRow::tenantId)
                .add(UUID[]::new, StatusRow::channelId)
                .text(StatusRow::externalId)
                .add(UUID[]::new, StatusRow::messageId)
                .text(StatusRow::status)
                .text(StatusRow::errorJson)
                .time(StatusRow::at)
                .text(row -> WaitingItem.status(row).json())
                .tuple();
        return connection.preparedQuery(STORE_STATUSES).execute(columns);
    }

    /** The files of messages that were just stored. */
    Uni<Void> storeAttachments(SqlConnection connection, List<MessageRow> messages) {
        List<FileRow> files = new ArrayList<>();
        for (MessageRow message : messages) {
            for (int n = 0; n < message.attachments().size(); n++) {
                files.add(new FileRow(message, n));
            }
        }
        if (files.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Columns.of(files)
                .add(UUID[]::new, file -> file.message().tenantId())
                .add(UUID[]::new, file -> file.told().id())
                .add(UUID[]::new, file -> file.message().id())
                .add(UUID[]::new, file -> file.message().channelId())
                .add(Integer[]::new, FileRow::position)
                .text(file -> file.told().kind())
                .text(file -> file.told().contentType())
                .text(file -> file.told().fileName())
                .add(Long[]::new, file -> file.told().sizeBytes())
                .text(file -> file.provided().sha256())
                .add(Boolean[]::new, file -> file.told().voice())
                .add(Boolean[]::new, file -> file.told().animated())
                .text(file -> file.told().status())
                .text(file -> file.told().problem())
                .text(file -> file.provided().providerMediaId())
                .tuple();
        return connection.preparedQuery(STORE_ATTACHMENTS).execute(columns).replaceWithVoid();
    }

    private record FileRow(MessageRow message, int position) {
        dev.tertulia.contracts.messaging.Message.Attachment told() {
            return message.attachments().get(position);
        }

        InboundAttachment provided() {
            return message.item().content().attachments().get(position);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
