package dev.tertulia.messaging.template;

import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.GraphClient;
import dev.tertulia.messaging.channel.whatsapp.TemplatePage;
import dev.tertulia.messaging.channel.whatsapp.TemplatesRefusedException;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads accounts' templates from the provider: soon after a channel is connected, now and then, and when somebody asks. */
@ApplicationScoped
class TemplateSync {
    private static final Logger LOG = Logger.getLogger(TemplateSync.class);
    private static final int AT_ONCE = 20;
    /** Of a hundred each: more than the provider lets an account have. */
    private static final int MAX_PAGES = 100;

    private static final String STORE = """
            with given as (
                select * from jsonb_to_recordset($2) as t (name text, language text, status text, category text,
                    components jsonb)
            ), gone as (
                delete from template t where t.tenant_id = current_setting('app.tenant_id')::uuid and t.account_id = $1
                    and not exists (select 1 from given g where g.name = t.name and g.language = t.language)
            )
            insert into template as t (account_id, name, language, status, category, components, synced_at)
            select $1, g.name, g.language, g.status, g.category, g.components, $3 from given g
            on conflict (tenant_id, account_id, name, language) do update set status = excluded.status,
                category = excluded.category, components = excluded.components, synced_at = excluded.synced_at""";
    private static final String SYNCED = """
            insert into template_sync as s (account_id, channel_id, synced_at, next_sync_at) values ($1, $2, $3, $4)
            on conflict (tenant_id, account_id) do update set channel_id = excluded.channel_id, failed = false,
                synced_at = excluded.synced_at, next_sync_at = excluded.next_sync_at""";
    /** No row where another has claimed it: of those who come at once, each looks again once the one before is done. */
    private static final String CLAIM = """
            insert into template_sync as s (account_id, channel_id, failed, next_sync_at) values ($1, $2, true, $4)
            on conflict (tenant_id, account_id) do update set channel_id = excluded.channel_id, failed = true,
                next_sync_at = excluded.next_sync_at
            where s.next_sync_at <= $3
            returning s.account_id""";

    private static final String FORGET = """
            with gone as (
                delete from template_sync s
                where s.tenant_id = current_setting('app.tenant_id')::uuid and s.account_id = $1
                    and not exists (select from channel k where k.tenant_id = s.tenant_id
                        and k.settings ->> 'businessAccountId' = s.account_id and k.deleted_at is null)
                returning s.tenant_id, s.account_id
            )
            delete from template t using gone where t.tenant_id = gone.tenant_id and t.account_id = gone.account_id""";

    private final ChannelDirectory channels;
    private final GraphClient graph;
    private final CrossTenantLookup lookup;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final TemplateConfig config;
    private final Clock clock;

    TemplateSync(
            ChannelDirectory channels,
            GraphClient graph,
            CrossTenantLookup lookup,
            UnitOfWork units,
            TenantDatabase database,
            TemplateConfig config,
            Clock clock) {
        this.channels = channels;
        this.graph = graph;
        this.lookup = lookup;
        this.units = units;
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with what is wrong, for people; what was read before then stays. */
    Uni<TemplateSyncResponse> sync(UUID channelId) {
        UUID tenant = CurrentTenant.required();
        return channels.find(channelId).flatMap(found -> {
            ConnectedChannel channel = found.filter(known -> known.tenantId().equals(tenant))
                    .orElseThrow(() -> ProblemException.of(TemplateProblem.CHANNEL_NOT_FOUND));
            String account = channel.businessAccountId();
            if (account == null) {
                throw ProblemException.of(
                        TemplateProblem.NOT_AVAILABLE, "Fill in the id of the WhatsApp business account.");
            }
            return read(channel, account, null, new ArrayList<>(), MAX_PAGES)
                    .onFailure(TemplatesRefusedException.class)
                    .transform(refused ->
                            ProblemException.of(TemplateProblem.SYNC_FAILED, String.valueOf(refused.getMessage())))
                    .flatMap(templates -> store(channel, account, templates));
        });
    }

    private Uni<List<TemplatePage.Template>> read(
            ConnectedChannel channel,
            String account,
            @Nullable String after,
            List<TemplatePage.Template> read,
            int pagesLeft) {
        return graph.templates(channel, account, after).flatMap(page -> {
            read.addAll(page.templates());
            return page.hasNext() && page.after() != null && pagesLeft > 1
                    ? read(channel, account, page.after(), read, pagesLeft - 1)
                    : Uni.createFrom().item(read);
        });
    }

    private Uni<TemplateSyncResponse> store(
            ConnectedChannel channel, String account, List<TemplatePage.Template> templates) {
        JsonArray given = new JsonArray();
        templates.stream()
                .filter(template -> template.language() != null && template.components() != null)
                .map(TemplateSync::json)
                .forEach(given::add);
        Instant now = clock.instant();
        return database.inTransaction(connection -> connection
                        .preparedQuery(STORE)
                        .execute(Tuple.of(account, given, now.atOffset(ZoneOffset.UTC)))
                        .chain(() -> connection
                                .preparedQuery(SYNCED)
                                .execute(Tuple.of(
                                        account,
                                        channel.id(),
                                        now.atOffset(ZoneOffset.UTC),
                                        now.plus(config.syncEvery()).atOffset(ZoneOffset.UTC)))))
                .replaceWith(new TemplateSyncResponse(account, given.size(), now));
    }

    private static JsonObject json(TemplatePage.Template template) {
        return new JsonObject()
                .put("name", template.name())
                .put("language", template.language())
                .put("status", small(template.status()))
                .put("category", small(template.category()))
                .put("components", new JsonArray(String.valueOf(template.components())));
    }

    private static String small(@Nullable String word) {
        return Optional.ofNullable(word).orElse("unknown").toLowerCase(Locale.ROOT);
    }

    @Scheduled(
            every = "${messaging.templates.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> syncDue() {
        return lookup.select("template_syncs_due", Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), AT_ONCE))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(
                        row -> due(row.getUUID("tenant_id"), row.getString("account_id"), row.getUUID("channel_id")))
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure ->
                        LOG.debugf("No template is read: %s", failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    /** @param channel null for an account that no channel is of any more */
    private Uni<Void> due(UUID tenant, String account, @Nullable UUID channel) {
        return units.as(tenant, () -> channel == null ? forget(account) : syncAgain(account, channel))
                .onFailure()
                .invoke(failure -> LOG.debugf(
                        "Templates of channel %s are not read: %s",
                        channel, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> syncAgain(String account, UUID channel) {
        return claim(account, channel).flatMap(mine -> {
            if (!mine) {
                return Uni.createFrom().voidItem();
            }
            // What is remembered of it can be of before it moved to this account.
            channels.forget(channel);
            return sync(channel).replaceWithVoid();
        });
    }

    /** Whether it is ours to read. What is not read after the pause is due again, so that a failure needs no note. */
    private Uni<Boolean> claim(String account, UUID channel) {
        Instant now = clock.instant();
        return database.inTransaction(connection -> connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        account,
                        channel,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(config.retryAfter()).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() > 0));
    }

    private Uni<Void> forget(String account) {
        return database.inTransaction(connection ->
                connection.preparedQuery(FORGET).execute(Tuple.of(account)).replaceWithVoid());
    }
}
