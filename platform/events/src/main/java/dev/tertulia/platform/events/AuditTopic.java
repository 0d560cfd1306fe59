package dev.tertulia.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The topic of what {@code db/audit.sql} writes, which every service has. The relay leaves it out of the event log. */
@ApplicationScoped
class AuditTopic implements PublishedTopics {
    private static final String AUDIT_RECORDED = "audit.recorded";

    @Override
    public Collection<String> names() {
        return List.of(AUDIT_RECORDED);
    }
}
