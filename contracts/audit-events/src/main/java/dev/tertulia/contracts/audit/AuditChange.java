package dev.tertulia.contracts.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one thing.
 *
 * @param action {@code created}, {@code updated}, {@code deleted}, or a word for what changes nothing, such as
 *     {@code signed-in}
 * @param oldValues what it was before, of an update only what differs
 * @param newValues what it is now, of an update only what differs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditChange(
        String action,
        AuditResource resource,
        @Nullable Map<String, Object> oldValues,
        @Nullable Map<String, Object> newValues) {}
