package dev.tertulia.platform.allowance;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps what tenant-service tells of the unit of work's tenant: how it stands, and what its plan allows. */
@ApplicationScoped
public class Standings {
    // A time zone that the database does not know would fail every send: its months are then those of UTC. To look
    // takes
    // tens of milliseconds, so it is done when the zone is another than before.
    private static final String KEEP = """
            insert into tenant_standing as s (status, timezone, sequence, limits, limits_sequence)
            select $1,
                case when $2::text = 'UTC' or exists (select from tenant_standing k
                        where k.tenant_id = current_setting('app.tenant_id')::uuid and k.timezone = $2) then $2
                    else coalesce((select z.name from pg_timezone_names z where z.name = $2), 'UTC') end,
                $3::bigint, coalesce($4, '{}'::jsonb), case when $4::jsonb is null then 0 else $3::bigint end
            on conflict (tenant_id) do update set
                status = case when excluded.sequence > s.sequence then excluded.status else s.status end,
                timezone = case when excluded.sequence > s.sequence then excluded.timezone else s.timezone end,
                sequence = greatest(excluded.sequence, s.sequence),
                limits = case when excluded.limits_sequence > s.limits_sequence
                    then excluded.limits else s.limits end,
                limits_sequence = greatest(excluded.limits_sequence, s.limits_sequence)
            where excluded.sequence > s.sequence or excluded.limits_sequence > s.limits_sequence""";

    private final TenantDatabase database;

    Standings(TenantDatabase database) {
        this.database = database;
    }

    /**
     * Keeps it in the transaction under way, unless something newer is known.
     *
     * @param limits by metric, what is not named is not limited; null where the event says nothing of them
     * @param sequence of the tenant, as the event has it
     */
    public Uni<Void> keep(String status, String timezone, @Nullable Map<String, Long> limits, long sequence) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(status, timezone, sequence, limits == null ? null : json(limits)))
                .replaceWithVoid());
    }

    private static JsonObject json(Map<String, Long> limits) {
        JsonObject json = new JsonObject();
        limits.forEach(json::put);
        return json;
    }
}
