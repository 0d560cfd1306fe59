package dev.tertulia.platform.holdings;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A service looked everywhere and holds nothing more of an erased tenant.
 *
 * @param service its short name
 * @param begunAt when it began to erase
 * @param scannedAt when it looked
 * @param erased how many rows went, by table
 * @param left how many rows are left by table, every table with a tenant's rows named, and files under {@code files}
 */
public record HoldingsErased(
        UUID tenantId,
        String service,
        Instant begunAt,
        Instant scannedAt,
        Map<String, Long> erased,
        Map<String, Long> left) {}
