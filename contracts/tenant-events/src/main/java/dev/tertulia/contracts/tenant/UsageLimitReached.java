package dev.tertulia.contracts.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last unit of what a tenant may use went: once for each metric, size and month; where no month is, again after there
 * was room meanwhile.
 *
 * @param metric one of {@link Metrics}
 * @param month of the tenant's time zone, {@code 2026-11}; absent for what is not counted by months
 * @param resetsAt when the next month begins
 */
public record UsageLimitReached(
        String metric,
        long size,
        long used,
        @Nullable String month,
        @Nullable Instant resetsAt) {}
