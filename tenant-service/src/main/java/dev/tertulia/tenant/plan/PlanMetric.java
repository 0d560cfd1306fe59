package dev.tertulia.tenant.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tertulia.contracts.tenant.Metrics;
import java.util.Arrays;
import java.util.Optional;

/** What every plan says the size of. */
public enum PlanMetric {
    MEMBERS(Metrics.MEMBERS, false),
    CONTACTS(Metrics.CONTACTS, false),
    CHANNELS(Metrics.CHANNELS, false),
    ASSISTANTS(Metrics.ASSISTANTS, false),
    CONNECTORS(Metrics.CONNECTORS, false),
    DOCUMENT_CHARACTERS(Metrics.DOCUMENT_CHARACTERS, false),
    STORAGE(Metrics.STORAGE, false),
    CONCURRENT_HANDOFFS(Metrics.CONCURRENT_HANDOFFS, false),
    ASSISTANT_MESSAGES(Metrics.ASSISTANT_MESSAGES, true),
    CAMPAIGN_MESSAGES(Metrics.CAMPAIGN_MESSAGES, true),
    AGENT_MESSAGES(Metrics.AGENT_MESSAGES, true);

    private final String wireName;
    private final boolean monthly;

    PlanMetric(String wireName, boolean monthly) {
        this.wireName = wireName;
        this.monthly = monthly;
    }

    /** As limits, usage and refusals name it. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether it counts what happens in a month. */
    public boolean monthly() {
        return monthly;
    }

    public static Optional<PlanMetric> find(String wireName) {
        return Arrays.stream(values())
                .filter(metric -> metric.wireName.equals(wireName))
                .findFirst();
    }
}
