package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.AddressBookChanged;
import dev.tertulia.messaging.inbound.CallUpdate;
import dev.tertulia.messaging.inbound.ChatOpened;
import dev.tertulia.messaging.inbound.GroupUpdated;
import dev.tertulia.messaging.inbound.IdentityChanged;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.MarketingPreferenceChanged;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.PaymentUpdated;
import dev.tertulia.messaging.inbound.Reaction;
import dev.tertulia.messaging.inbound.StatusUpdate;
import dev.tertulia.messaging.inbound.TemplateChanged;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.TenantEvent;
import dev.tertulia.platform.tenancy.SeveralTenants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Stores a batch of webhooks in one transaction: the webhooks as they came, messages, statuses, all other changes, and
 * the events that tell of them. Either all of it is durable or nothing is.
 */
@ApplicationScoped
class IngestTransaction {
    private final SeveralTenants database;
    private final IngestStatements statements;
    private final MessageRows messageRows;
    private final ItemChanges changes;
    private final Outbox outbox;

    IngestTransaction(
            SeveralTenants database,
            IngestStatements statements,
            MessageRows messageRows,
            ItemChanges changes,
            Outbox outbox) {
        this.database = database;
        this.statements = statements;
        this.messageRows = messageRows;
        this.changes = changes;
        this.outbox = outbox;
    }

    Uni<Void> store(List<WebhookDelivery> deliveries) {
        Batch batch = batchOf(deliveries);
        return database.inTransaction(connection -> store(connection, batch));
    }

    /** Keeps a webhook that cannot be stored otherwise, so that nothing of it is lost, with the reason. */
    Uni<Void> keepAside(WebhookDelivery delivery, String problem) {
        return database.inTransaction(connection -> statements.keepAside(connection, delivery, problem));
    }

    private record Batch(
            List<WebhookDelivery> deliveries,
            List<MessageRow> messages,
            List<StatusRow> statuses,
            List<ItemChange> changes) {}

    /** Sorted by tenant, since the database's functions work tenant by tenant; within a tenant as it arrived. */
    private Batch batchOf(List<WebhookDelivery> deliveries) {
        Map<UUID, List<WebhookDelivery>> byTenant = new TreeMap<>();
        deliveries.forEach(
                delivery -> byTenant.computeIfAbsent(delivery.channel().tenantId(), tenant -> new ArrayList<>())
                        .add(delivery));
        List<WebhookDelivery> sorted = new ArrayList<>(deliveries.size());
        // The same message twice in one statement would fail it.
        Map<MessageKey, MessageRow> messages = new LinkedHashMap<>();
        List<StatusRow> statuses = new ArrayList<>();
        List<ItemChange> others = new ArrayList<>();
        for (List<WebhookDelivery> ofTenant : byTenant.values()) {
            sorted.addAll(ofTenant);
            for (WebhookDelivery delivery : ofTenant) {
                for (InboundItem item : delivery.parsed().items()) {
                    switch (item) {
                        case InboundMessage message -> {
                            MessageRow row = messageRows.of(delivery, message);
                            messages.putIfAbsent(new MessageKey(row.channelId(), row.externalId()), row);
                        }
                        case StatusUpdate status -> statuses.add(StatusRow.of(delivery, status));
                        case Ignored ignored -> {
                            // The webhook itself is kept; there is nothing to apply.
                        }
                        case Reaction reaction -> others.add(ItemChange.of(delivery, reaction));
                        case MessageEdited edited -> others.add(ItemChange.of(delivery, edited));
                        case MessageDeleted deleted -> others.add(ItemChange.of(delivery, deleted));
                        case IdentityChanged changed -> others.add(ItemChange.of(delivery, changed));
                        case PaymentUpdated payment -> others.add(ItemChange.of(delivery, payment));
                        case ChatOpened opened -> others.add(ItemChange.of(delivery, opened));
                        case MarketingPreferenceChanged preference -> others.add(ItemChange.of(delivery, preference));
                        case AddressBookChanged addressBook -> others.add(ItemChange.of(delivery, addressBook));
                        case TemplateChanged template -> others.add(ItemChange.of(delivery, template));
                        case AccountUpdated account -> others.add(ItemChange.of(delivery, account));
                        case CallUpdate call -> others.add(ItemChange.of(delivery, call));
                        case GroupUpdated group -> others.add(ItemChange.of(delivery, group));
                    }
                }
            }
        }
        return new Batch(sorted, List.copyOf(messages.values()), statuses, others);
    }

    private record MessageKey(UUID channelId, String externalId) {}

    private Uni<Void> store(SqlConnection connection, Batch batch) {
        // All three are sent before the first is answered; the connection runs them in this order.
        return Uni.combine()
                .all()
                .unis(
                        statements.keepEvents(connection, batch.deliveries()),
                        storeMessages(connection, batch.messages()),
                        storeStatuses(connection, batch.statuses()))
                .asTuple()
                .flatMap(done -> statements
                        .storeAttachments(connection, done.getItem2().fresh())
                        .map(files -> allOf(done.getItem2().events(), done.getItem3())))
                .flatMap(events -> apply(connection, batch.changes(), events))
                .flatMap(events -> outbox.appendForSeveralTenants(connection, IngestEvents.groupedByTenant(events)));
    }

    private record Stored(List<MessageRow> fresh, List<TenantEvent> events) {}

    private Uni<Stored> storeMessages(SqlConnection connection, List<MessageRow> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().item(new Stored(List.of(), List.of()))
                : statements.storeMessages(connection, messages).map(answer -> stored(messages, answer));
    }

    private static Stored stored(List<MessageRow> messages, RowSet<Row> answer) {
        Map<UUID, MessageRow> byId = HashMap.newHashMap(messages.size());
        messages.forEach(row -> byId.put(row.id(), row));
        List<MessageRow> fresh = new ArrayList<>(answer.size());
        for (Row row : answer) {
            fresh.add(byId.get(row.getUUID("message_id")));
        }
        return new Stored(fresh, IngestEvents.ofMessages(byId, answer));
    }

    private Uni<List<TenantEvent>> storeStatuses(SqlConnection connection, List<StatusRow> statuses) {
        return statuses.isEmpty()
                ? Uni.createFrom().item(List.of())
                : statements.storeStatuses(connection, statuses).map(IngestEvents::ofStatuses);
    }

    private static List<TenantEvent> allOf(List<TenantEvent> some, List<TenantEvent> more) {
        List<TenantEvent> all = new ArrayList<>(some.size() + more.size());
        all.addAll(some);
        all.addAll(more);
        return all;
    }

    private Uni<List<TenantEvent>> apply(SqlConnection connection, List<ItemChange> items, List<TenantEvent> events) {
        if (items.isEmpty()) {
            return Uni.createFrom().item(events);
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> changes.apply(connection, item))
                .onItem()
                .invoke(events::addAll)
                .collect()
                .last()
                .replaceWith(events);
    }
}
