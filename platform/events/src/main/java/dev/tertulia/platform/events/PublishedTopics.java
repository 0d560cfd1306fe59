package dev.tertulia.platform.events;

import java.util.Collection;

/** The topics that a service publishes; a bean of it has them created at start. */
@FunctionalInterface
public interface PublishedTopics {
    Collection<String> names();
}
