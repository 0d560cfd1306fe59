package dev.tertulia.platform.events.consume;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a service does about events. Its bean is found and fed: events of one aggregate come in order, those of several
 * partitions at once, each takes effect once.
 */
public interface EventConsumer {
    /** Its name within the service, in lower case with dashes; with the service's it is the Kafka group. */
    String name();

    Set<String> topics();

    /**
     * Runs in the transaction, of the event's tenant, in which the event is remembered. What fails because something is
     * away is tried for as long as it takes; what fails otherwise is tried a few times and goes to the dead-letter topic.
     */
    Uni<Void> on(ConsumedEvent event);

    /**
     * Begins the transaction for the SQL client. A consumer that changes entities returns {@code
     * Panache.withTransaction(work)} here, for Hibernate joins no transaction that it has not begun.
     */
    default Uni<Void> begin(Supplier<Uni<Void>> work) {
        return work.get();
    }
}
