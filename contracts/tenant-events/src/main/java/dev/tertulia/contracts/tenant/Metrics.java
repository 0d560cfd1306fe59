package dev.tertulia.contracts.tenant;

/** What plans limit and services count, by the names that limits, usage and refusals have. One service counts each. */
public final class Metrics {
    /** Active members, the owner among them. */
    public static final String MEMBERS = "members";

    public static final String CONTACTS = "contacts";
    public static final String CHANNELS = "channels";
    public static final String ASSISTANTS = "assistants";
    public static final String CONNECTORS = "connectors";
    public static final String DOCUMENT_CHARACTERS = "document-characters";

    /** Bytes of files. */
    public static final String STORAGE = "storage";

    public static final String CONCURRENT_HANDOFFS = "concurrent-handoffs";

    /** What assistants send in a month. */
    public static final String ASSISTANT_MESSAGES = "assistant-messages";

    /** What campaigns send in a month. */
    public static final String CAMPAIGN_MESSAGES = "campaign-messages";

    /** What people and API keys send in a month. */
    public static final String AGENT_MESSAGES = "agent-messages";

    private Metrics() {}
}
