package dev.tertulia.messaging.settings;

import dev.tertulia.contracts.tenant.TenantSettings;
import dev.tertulia.contracts.tenant.TenantSettingsChanged;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what the tenant has settled, where ingest and the purge look for it. */
@ApplicationScoped
class TenantSettingsConsumer implements EventConsumer {
    private static final String KEEP = """
            insert into tenant_settings (reopen_within, provider_events_kept_days, sequence)
            values (make_interval(secs => $1), $2, $3)
            on conflict (tenant_id) do update set reopen_within = excluded.reopen_within,
                provider_events_kept_days = excluded.provider_events_kept_days, sequence = excluded.sequence
            where tenant_settings.sequence < excluded.sequence""";

    private final TenantDatabase database;

    TenantSettingsConsumer(TenantDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "tenant-settings";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TenantTopics.TENANT_SETTINGS_CHANGED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        TenantSettings settings = event.as(TenantSettingsChanged.class).settings();
        if (settings == null) {
            throw new UnreadableEventException("The event lacks its settings");
        }
        Tuple values = values(settings).addLong(event.sequence());
        return database.inTransactionUnderWay(
                connection -> connection.preparedQuery(KEEP).execute(values).replaceWithVoid());
    }

    private static Tuple values(TenantSettings settings) {
        try {
            return Tuple.tuple()
                    .addDouble(seconds(settings.conversationsReopenWithin()))
                    .addInteger(days(settings.providerEventsKeptFor()));
        } catch (DateTimeException e) {
            throw new UnreadableEventException("A setting is no period of time");
        }
    }

    private static @Nullable Double seconds(@Nullable String duration) {
        return duration == null ? null : Duration.parse(duration).toMillis() / 1000.0;
    }

    private static @Nullable Integer days(@Nullable String period) {
        return period == null ? null : Period.parse(period).getDays();
    }
}
