package dev.tertulia.messaging.realtime;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a ticket open one socket. The gateway seals tickets and checks them; that one is used once, the database holds. */
@ApplicationScoped
class RealtimeTickets {
    private static final String USE = "insert into realtime_nonce (nonce) values ($1) on conflict do nothing";
    private static final String FORGET = """
            delete from realtime_nonce n where n.tenant_id = current_setting('app.tenant_id')::uuid
                and n.used_at < now() - make_interval(secs => $1)""";
    private static final int LONGEST = 100;

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final RealtimeConfig config;

    RealtimeTickets(UnitOfWork units, TenantDatabase database, RealtimeConfig config) {
        this.units = units;
        this.database = database;
        this.config = config;
    }

    /** False when the nonce was used before. Without one the caller came with a passport of their own: always true. */
    Uni<Boolean> use(UUID tenant, @Nullable String nonce) {
        if (nonce == null) {
            return Uni.createFrom().item(true);
        }
        if (nonce.isBlank() || nonce.length() > LONGEST) {
            return Uni.createFrom().item(false);
        }
        double kept = config.nonceRetention().toMillis() / 1000.0;
        return units.as(
                tenant,
                () -> database.inTransaction(connection -> connection
                        .preparedQuery(USE)
                        .execute(Tuple.of(nonce))
                        .map(inserted -> inserted.rowCount() == 1)
                        .call(used -> connection.preparedQuery(FORGET).execute(Tuple.of(kept)))));
    }
}
