package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.AddressBookChanged;
import dev.tertulia.messaging.inbound.CallUpdate;
import dev.tertulia.messaging.inbound.ChatOpened;
import dev.tertulia.messaging.inbound.GroupUpdated;
import dev.tertulia.messaging.inbound.IdentityChanged;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.InboundMessage;
import dev.tertulia.messaging.inbound.MarketingPreferenceChanged;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.PaymentUpdated;
import dev.tertulia.messaging.inbound.Reaction;
import dev.tertulia.messaging.inbound.StatusUpdate;
import dev.tertulia.messaging.inbound.TemplateChanged;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.TenantEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies what webhooks say beside messages and statuses. These are few, so they are worked on one by one. Each may come
 * twice and late: applying it again changes nothing and tells nothing.
 */
@ApplicationScoped
class ItemChanges {
    private static final String SET_TENANT = "select set_config('app.tenant_id', $1, true)";
    private static final String ADD_CHANNEL_EVENT = """
            insert into channel_event (channel_id, kind, details, provider_time)
            select $1, $2, $3, $4
            where not exists (select 1 from channel_event e where e.tenant_id = current_setting('app.tenant_id')::uuid
                and e.channel_id = $1 and e.kind = $2 and e.details = $3
                and e.provider_time is not distinct from $4)""";
    private static final String MOVE_IDENTITY = """
            update identity i set
                value = $3, address = $4, phone = coalesce($5, i.phone), user_id = coalesce($6, i.user_id)
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.channel_type = $1 and i.scope = ''
                and (i.value = $2 or i.user_id = $2)
                and not exists (select 1 from identity k where k.tenant_id = i.tenant_id
                    and k.channel_type = $1 and k.scope = '' and k.value = $3 and k.id <> i.id)""";
    private static final String SET_USER_ID = """
            update identity i set user_id = $3
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.channel_type = $1 and i.scope = ''
                and (i.value = $2 or i.user_id = $2)""";

    private final MessageChanges messages;

    ItemChanges(MessageChanges messages) {
        this.messages = messages;
    }

    /** Answers the events that tell of it, not yet in the outbox. */
    Uni<List<TenantEvent>> apply(SqlConnection connection, ItemChange change) {
        return connection
                .preparedQuery(SET_TENANT)
                .execute(Tuple.of(change.tenantId().toString()))
                .flatMap(set -> applyInTenant(connection, change));
    }

    private Uni<List<TenantEvent>> applyInTenant(SqlConnection connection, ItemChange change) {
        return switch (change.item()) {
            case Reaction reaction -> messages.react(connection, change, reaction);
            case MessageEdited edited -> messages.edit(connection, change, edited);
            case MessageDeleted deleted -> messages.delete(connection, change, deleted);
            case IdentityChanged moved ->
                moveIdentity(connection, change, moved)
                        .chain(() -> note(connection, change, "identity-changed", moved.providerTime(), moved));
            case PaymentUpdated payment -> note(connection, change, "payment", payment.providerTime(), payment);
            case ChatOpened opened -> note(connection, change, "chat-opened", opened.providerTime(), opened);
            case MarketingPreferenceChanged preference ->
                note(connection, change, "marketing-preference", preference.providerTime(), preference);
            case AddressBookChanged addressBook ->
                note(connection, change, "address-book", addressBook.providerTime(), addressBook);
            case TemplateChanged template -> note(connection, change, "template", template.providerTime(), template);
            case AccountUpdated account -> note(connection, change, "account", account.providerTime(), account);
            case CallUpdate call -> note(connection, change, "call", call.providerTime(), call);
            case GroupUpdated group -> note(connection, change, "group", group.providerTime(), group);
            case InboundMessage message -> throw new IllegalArgumentException("Messages are stored by the batch");
            case StatusUpdate status -> throw new IllegalArgumentException("Statuses are stored by the batch");
            case Ignored ignored -> nothing();
        };
    }

    private static Uni<List<TenantEvent>> nothing() {
        return Uni.createFrom().item(List.of());
    }

    /** The person keeps their conversations under the new address. A new address that is known already stays its owner's. */
    private static Uni<Void> moveIdentity(SqlConnection connection, ItemChange change, IdentityChanged moved) {
        String old = moved.oldAddress() == null && moved.customer() != null
                ? moved.customer().address()
                : moved.oldAddress();
        if (old == null) {
            return Uni.createFrom().voidItem();
        }
        String oldValue = MessageRows.canonical(old);
        if (moved.change() == IdentityChanged.Change.USER_ID && moved.newUserId() != null) {
            return connection
                    .preparedQuery(SET_USER_ID)
                    .execute(Tuple.of(change.channelType(), oldValue, moved.newUserId()))
                    .replaceWithVoid();
        }
        if (moved.change() != IdentityChanged.Change.NUMBER || moved.newAddress() == null) {
            return Uni.createFrom().voidItem();
        }
        String canonical = MessageRows.canonical(moved.newAddress());
        boolean phone = moved.newAddress().chars().allMatch(Character::isDigit);
        return connection
                .preparedQuery(MOVE_IDENTITY)
                .execute(Tuple.from(java.util.Arrays.asList(
                        change.channelType(),
                        oldValue,
                        canonical,
                        moved.newAddress(),
                        phone ? "+" + moved.newAddress() : null,
                        moved.newUserId())))
                .replaceWithVoid();
    }

    /** Keeps what the provider says of the account, for people to see and for later features to act on. */
    private static Uni<List<TenantEvent>> note(
            SqlConnection connection, ItemChange change, String kind, @Nullable Instant time, Object item) {
        JsonNode details = EventJson.tree(EventJson.write(item));
        if (details instanceof ObjectNode object) {
            object.remove("providerTime");
        }
        return connection
                .preparedQuery(ADD_CHANNEL_EVENT)
                .execute(Tuple.of(
                        change.channelId(),
                        kind,
                        new JsonObject(details.toString()),
                        time == null ? null : time.atOffset(ZoneOffset.UTC)))
                .chain(ItemChanges::nothing);
    }
}
