package dev.tertulia.contracts.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed something, or did what is to be known. Written by the database itself in the transaction of the change
 * ({@code db/audit.sql}); which request caused it stands in {@code ce_requestid}.
 *
 * @param role as which the actor acted; absent for the system
 * @param ip the address that the request came from
 * @param userAgent at most 300 characters of what the client calls itself
 * @param changes at least one, in no order; secrets and content in them say {@code [redacted]}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditRecorded(
        AuditActor actor,
        @Nullable String role,
        @Nullable String ip,
        @Nullable String userAgent,
        List<AuditChange> changes) {
    public AuditRecorded {
        changes = List.copyOf(changes);
    }
}
