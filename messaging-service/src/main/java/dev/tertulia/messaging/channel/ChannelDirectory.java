package dev.tertulia.messaging.channel;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tertulia.messaging.channel.whatsapp.MetaSignature;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds channels with their secrets by id alone, for webhooks and sending. An answer is remembered for some seconds: a
 * changed secret works by then everywhere, and at once in the process that changed it.
 */
@ApplicationScoped
public class ChannelDirectory {
    private static final String SELECT = """
            select c.tenant_id, c.id, c.type, c.name, c.account_id, c.status, c.held_at, c.version, c.settings, c.secrets
            from channel c
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 and c.deleted_at is null""";

    private static final String RENEW = """
            update channel c set secrets = $2
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1 and c.secrets = $3""";

    private final CrossTenantLookup lookup;
    private final TenantDatabase database;
    private final UnitOfWork units;
    private final FieldCipher cipher;
    private final AsyncCache<UUID, Optional<ConnectedChannel>> known;

    ChannelDirectory(
            CrossTenantLookup lookup,
            TenantDatabase database,
            UnitOfWork units,
            FieldCipher cipher,
            ChannelConfig config) {
        this.lookup = lookup;
        this.database = database;
        this.units = units;
        this.cipher = cipher;
        this.known = Caffeine.newBuilder()
                .maximumSize(config.rememberedChannels())
                .expireAfterWrite(config.rememberFor())
                .buildAsync();
    }

    /** Empty where no channel has the id. Fails when the database does; that is not remembered. */
    public Uni<Optional<ConnectedChannel>> find(UUID id) {
        return Uni.createFrom()
                .completionStage(
                        () -> known.get(id, (key, executor) -> load(key).subscribeAsCompletionStage()));
    }

    /** Forgets what was remembered of a channel that was just changed. */
    public void forget(UUID id) {
        known.synchronous().invalidate(id);
    }

    private Uni<Optional<ConnectedChannel>> load(UUID id) {
        return lookup.select("tenant_of_channel", Tuple.of(id)).flatMap(tenants -> {
            if (tenants.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            UUID tenant = tenants.iterator().next().getUUID("tenant_id");
            return units.as(
                    tenant,
                    () -> database.inTransaction(connection -> connection
                            .preparedQuery(SELECT)
                            .execute(Tuple.of(id))
                            .flatMap(rows -> rows.size() == 0
                                    ? Uni.createFrom().item(Optional.<ConnectedChannel>empty())
                                    : renewed(connection, rows.iterator().next())
                                            .map(row -> Optional.of(channel(row))))));
        });
    }

    /**
     * Secrets under an older master key move to the newest as the channel is read, so that an old key is out of use
     * within seconds for every channel that is. Who changed them meanwhile has written them anew anyway.
     */
    private Uni<Row> renewed(SqlConnection connection, Row row) {
        JsonObject kept = row.getJsonObject("secrets");
        JsonObject renewed = ChannelSecrets.renewed(cipher, row.getUUID("tenant_id"), row.getUUID("id"), kept);
        return renewed.equals(kept)
                ? Uni.createFrom().item(row)
                : connection
                        .preparedQuery(RENEW)
                        .execute(Tuple.of(row.getUUID("id"), renewed, kept))
                        .replaceWith(row);
    }

    private ConnectedChannel channel(Row row) {
        UUID tenant = row.getUUID("tenant_id");
        UUID id = row.getUUID("id");
        Map<String, String> secrets = secrets(tenant, id, row.getJsonObject("secrets"));
        return new ConnectedChannel(
                tenant,
                id,
                row.getString("type"),
                row.getString("name"),
                row.getString("account_id"),
                row.getString("status"),
                row.getOffsetDateTime("held_at") != null,
                row.getInteger("version"),
                texts(row.getJsonObject("settings")),
                secrets,
                new MetaSignature(secrets.getOrDefault(ConnectedChannel.APP_SECRET, "")));
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new HashMap<>();
        object.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return Map.copyOf(texts);
    }

    private Map<String, String> secrets(UUID tenant, UUID channel, JsonObject encrypted) {
        Map<String, String> secrets = new HashMap<>();
        encrypted.forEach(entry -> secrets.put(
                entry.getKey(),
                cipher.decrypt((String) entry.getValue(), ChannelSecrets.boundTo(tenant, channel, entry.getKey()))));
        return Map.copyOf(secrets);
    }
}
