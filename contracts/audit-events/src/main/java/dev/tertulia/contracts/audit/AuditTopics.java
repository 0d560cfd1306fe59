package dev.tertulia.contracts.audit;

/** The one topic that every service publishes. Its key is the tenant's id, so that the records of a service keep their order. */
public final class AuditTopics {
    public static final String AUDIT_RECORDED = "audit.recorded";

    private AuditTopics() {}
}
