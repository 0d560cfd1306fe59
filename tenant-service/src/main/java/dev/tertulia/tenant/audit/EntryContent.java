package dev.tertulia.tenant.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says, before it has its place in the chain.
 *
 * @param service in which it happened, such as {@code messaging}
 * @param actorId of the user or the API key
 * @param oldValues a JSON object
 * @param newValues a JSON object
 */
record EntryContent(
        Instant happenedAt,
        UUID eventId,
        String service,
        @Nullable String requestId,
        String actorType,
        @Nullable UUID actorId,
        @Nullable String actorName,
        @Nullable UUID memberId,
        @Nullable String role,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String oldValues,
        @Nullable String newValues,
        @Nullable String ip,
        @Nullable String userAgent) {}
