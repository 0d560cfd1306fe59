package dev.tertulia.contracts.tenant;

/**
 * The topics that every service publishes which counts what tenants use ({@code platform/allowance} writes them). The key
 * is the tenant's id.
 */
public final class UsageTopics {
    public static final String USAGE_LIMIT_REACHED = "usage.limit-reached";

    /** Internal: services tell tenant-service what they have counted. */
    public static final String USAGE_COUNTED = "usage.counted";

    private UsageTopics() {}
}
