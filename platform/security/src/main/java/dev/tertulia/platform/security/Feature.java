package dev.tertulia.platform.security;

import java.util.List;

/**
 * The codes of what can be switched on and off for a tenant. They are part of the API: added, never renamed. Which plan has
 * which stands in tenant-service, which paths belong to which in the gateway.
 */
public final class Feature {
    public static final String DASHBOARD = "dashboard";
    public static final String SALES = "sales";
    public static final String CONVERSATIONS = "conversations";
    public static final String AI_AGENT = "ai-agent";
    public static final String TICKETING = "ticketing";
    public static final String WORKFLOW = "workflow";
    public static final String CAMPAIGNS = "campaigns";
    public static final String REPORTS = "reports";

    /** On from the beginning; the others once somebody has switched them on. */
    public static final List<String> ON_BY_DEFAULT = List.of(DASHBOARD, SALES, CONVERSATIONS, AI_AGENT);

    public static final List<String> ALL =
            List.of(DASHBOARD, SALES, CONVERSATIONS, AI_AGENT, TICKETING, WORKFLOW, CAMPAIGNS, REPORTS);

    private Feature() {}
}
