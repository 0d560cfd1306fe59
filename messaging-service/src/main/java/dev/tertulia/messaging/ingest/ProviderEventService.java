package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppWebhookParser;
import dev.tertulia.messaging.inbound.ParsedWebhook;
import dev.tertulia.messaging.ingest.ProviderEventRepository.Kept;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What providers sent and was not taken: shows it, and tries it again once the code knows it. */
@ApplicationScoped
class ProviderEventService {
    private final TenantDatabase database;
    private final ProviderEventRepository events;
    private final ChannelDirectory channels;
    private final WhatsAppWebhookParser parser;
    private final IngestTransaction ingest;

    ProviderEventService(
            TenantDatabase database,
            ProviderEventRepository events,
            ChannelDirectory channels,
            WhatsAppWebhookParser parser,
            IngestTransaction ingest) {
        this.database = database;
        this.events = events;
        this.channels = channels;
        this.parser = parser;
        this.ingest = ingest;
    }

    Uni<List<ProviderEventResponse>> troubled(@Nullable String status, PageRequest page) {
        return database.inTransaction(connection -> events.troubled(connection, status, page));
    }

    /**
     * Takes the event as if it came now, with the time at which it came. One that is taken already stays as it is, and
     * messages that came otherwise meanwhile are there once. Fails with {@link ProviderEventProblem}.
     */
    Uni<ProviderEventResponse> replay(UUID id) {
        return find(id).flatMap(kept -> kept.event().status().equals("taken")
                ? Uni.createFrom().item(kept.event())
                : channels.find(kept.event().channelId())
                        .map(found -> found.orElseThrow(() -> ProblemException.of(ProviderEventProblem.CHANNEL_GONE)))
                        .flatMap(channel -> take(kept, channel))
                        .chain(() -> database.inTransaction(connection -> events.markTaken(connection, id)))
                        .chain(() -> find(id))
                        .map(Kept::event));
    }

    private Uni<Kept> find(UUID id) {
        return database.inTransaction(connection -> events.find(connection, id))
                .map(found -> found.orElseThrow(() -> ProblemException.of(ProviderEventProblem.NOT_FOUND)));
    }

    private Uni<Void> take(Kept kept, ConnectedChannel channel) {
        ParsedWebhook parsed = parser.parse(kept.body());
        if (parsed.problem() != null) {
            throw ProblemException.of(ProviderEventProblem.STILL_UNREADABLE);
        }
        ProviderEventResponse event = kept.event();
        return ingest.store(List.of(new WebhookDelivery(
                        event.id(), channel, kept.body(), parsed, event.requestId(), event.receivedAt())))
                .onFailure(PgException.class)
                .transform(refused -> ProblemException.of(ProviderEventProblem.STILL_REFUSED));
    }
}
