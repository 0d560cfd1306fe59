package dev.tertulia.platform.holdings;

import java.time.Instant;
import java.util.UUID;

/**
 * All that a service holds of a tenant was given out and read to its end.
 *
 * @param service its short name
 */
public record HoldingsExported(UUID tenantId, String service, Instant at, long rows, long files) {}
