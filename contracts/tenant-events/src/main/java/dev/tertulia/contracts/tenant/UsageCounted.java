package dev.tertulia.contracts.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a tenant has used by now, of the metrics that changed. */
public record UsageCounted(List<Counter> counters) {
    public UsageCounted {
        counters = List.copyOf(counters);
    }

    /**
     * One metric.
     *
     * @param metric one of {@link Metrics}
     * @param month as in {@link UsageLimitReached}
     */
    public record Counter(String metric, @Nullable String month, long used) {}
}
