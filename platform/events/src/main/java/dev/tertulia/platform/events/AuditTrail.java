package dev.tertulia.platform.events;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Records what changes no row and is to be known all the same: a sign-in, an export, a refusal. What changes rows records
 * itself ({@code db/audit.sql}).
 */
@ApplicationScoped
public class AuditTrail {
    private static final String NOTE = "select audit_note($1, $2, $3, $4::text::jsonb)";

    private final TenantDatabase database;
    private final Outbox outbox;

    AuditTrail(TenantDatabase database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Puts it into the audit of the unit of work's tenant, as done by whoever acts in it, in the transaction under way;
     * fails where there is none. An entry cannot be taken back: no secret, no content, nothing of people outside.
     *
     * @param action past tense, such as {@code signed-in}
     * @param resourceType what it was done to, such as {@code member}
     * @param details what else is to be known; may be empty
     */
    public Uni<Void> note(String action, String resourceType, String resourceId, Map<String, Object> details) {
        return database.inTransactionUnderWay(connection -> {
            outbox.signalCommitOf(connection);
            return connection
                    .preparedQuery(NOTE)
                    .execute(Tuple.of(
                            action, resourceType, resourceId, details.isEmpty() ? null : EventJson.write(details)))
                    .replaceWithVoid();
        });
    }
}
