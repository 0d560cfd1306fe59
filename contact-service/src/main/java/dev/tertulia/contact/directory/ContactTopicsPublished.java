package dev.tertulia.contact.directory;

import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.platform.events.PublishedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Has the topics created before the first event. */
@ApplicationScoped
class ContactTopicsPublished implements PublishedTopics {
    @Override
    public Collection<String> names() {
        return List.of(
                ContactTopics.CREATED,
                ContactTopics.UPDATED,
                ContactTopics.MERGED,
                ContactTopics.UNMERGED,
                ContactTopics.ERASED);
    }
}
