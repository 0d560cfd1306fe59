package dev.tertulia.platform.allowance;

import dev.tertulia.platform.events.PublishedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The topics of what {@code db/allowance.sql} writes, which every service has that counts. */
@ApplicationScoped
class UsageTopics implements PublishedTopics {
    @Override
    public Collection<String> names() {
        return List.of("usage.counted", "usage.limit-reached");
    }
}
