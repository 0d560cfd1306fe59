package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.consume.Tombstones;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which tenants were erased here, remembered for some seconds. What another replica lets in meanwhile goes in a later
 * sweep.
 */
@ApplicationScoped
class ErasedTenants implements Tombstones {
    private final Uni<Set<UUID>> remembered;

    ErasedTenants(CrossTenantLookup lookup, HoldingsConfig config) {
        remembered = Uni.createFrom()
                .deferred(() -> lookup.select("erased_tenants", Tuple.tuple()))
                .map(ErasedTenants::ids)
                .memoize()
                .atLeast(config.erasure().rememberFor());
    }

    @Override
    public Uni<Boolean> stand(UUID tenant) {
        return remembered.map(erased -> erased.contains(tenant));
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID(0)));
        return ids;
    }
}
