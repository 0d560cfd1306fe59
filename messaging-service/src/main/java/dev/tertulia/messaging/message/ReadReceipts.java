package dev.tertulia.messaging.message;

import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.GraphClient;
import dev.tertulia.messaging.channel.whatsapp.GraphRequests;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets customers see that what they wrote was read. A courtesy: it is tried once, and nothing depends on it. */
@ApplicationScoped
public class ReadReceipts {
    private static final Logger LOG = Logger.getLogger(ReadReceipts.class);
    private static final String LAST_INBOUND = """
            select m.channel_id, m.external_id from message m
            where m.tenant_id = current_setting('app.tenant_id')::uuid and m.conversation_id = $1
                and m.direction = 'inbound' and m.external_id is not null and m.external_id not like 'made:%'
            order by m.occurred_at desc, m.sequence desc limit 1""";

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final ChannelDirectory channels;
    private final GraphClient graph;

    ReadReceipts(UnitOfWork units, TenantDatabase database, ChannelDirectory channels, GraphClient graph) {
        this.units = units;
        this.database = database;
        this.channels = channels;
        this.graph = graph;
    }

    /** Begins telling and returns at once. To be called after the commit of what made the conversation read. */
    public void markRead(UUID tenant, UUID conversation) {
        units.as(
                        tenant,
                        () -> database.inTransaction(connection ->
                                connection.preparedQuery(LAST_INBOUND).execute(Tuple.of(conversation))))
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : tell(rows.iterator().next()))
                .subscribe()
                .with(
                        told -> {},
                        failure -> LOG.debugf(
                                "Conversation %s is not marked as read at the provider: %s",
                                conversation, failure.getClass().getSimpleName()));
    }

    private Uni<Void> tell(Row last) {
        return channels.find(last.getUUID("channel_id"))
                .flatMap(found -> found.filter(ReadReceipts::isInUse)
                        .map(channel -> graph.call(
                                        channel,
                                        HttpMethod.POST,
                                        graph.paths().messages(channel.accountId()),
                                        GraphRequests.markAsRead(last.getString("external_id")))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isInUse(ConnectedChannel channel) {
        return !channel.held() && !channel.status().equals("disabled");
    }
}
