/** The relay: takes committed events from the outbox to Kafka and into the event log. */
@NullMarked
package dev.tertulia.platform.events.relay;

import org.jspecify.annotations.NullMarked;
