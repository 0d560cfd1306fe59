package dev.tertulia.tenant.audit;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.events.AuditTrail;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.PassportClaims;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Platform administrators in a tenant: that they are there stands in its audit. What they change there records itself;
 * this is for what they only look at.
 */
@ApplicationScoped
public class AdministratorVisits {
    // A passport is asked for every minute; an entry for each would bury the rest.
    private static final String VISIT = """
            insert into administrator_visit as v (user_id) values ($1)
            on conflict (tenant_id, user_id) do update set noted_at = now()
                where v.noted_at <= now() - interval '15 minutes'""";

    private final TenantDatabase database;
    private final AuditTrail trail;

    AdministratorVisits(TenantDatabase database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    /** Says that the administrator acts in this unit of work. To be called before its transaction begins. */
    public void announce(Caller administrator) {
        Map<String, Object> claims = PassportClaims.write(administrator);
        CurrentActor.bind(new JsonObject()
                .put("actor", claims.get("actor"))
                .put("role", claims.get("role"))
                .encode());
    }

    /** Notes it in the transaction under way, unless it was within the last 15 minutes. Who is not noted is not let in. */
    public Uni<Void> note(Caller administrator) {
        return database.inTransactionUnderWay(connection -> connection
                        .preparedQuery(VISIT)
                        .execute(Tuple.of(administrator.actor().id())))
                .flatMap(visit -> visit.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : trail.note(
                                "entered", "tenant", CurrentTenant.required().toString(), Map.of()));
    }
}
