package dev.tertulia.platform.events;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Creates the topics that do not exist, all with as many partitions; leaves those that do as they are. */
@ApplicationScoped
public class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    private final KafkaSettings kafka;
    private final EventsConfig config;
    private final List<PublishedTopics> published;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final RepeatedWork atStart;

    public TopicCreation(KafkaSettings kafka, EventsConfig config, @All List<PublishedTopics> published) {
        this.kafka = kafka;
        this.config = config;
        this.published = published;
        this.atStart = new RepeatedWork("topics", config.relay().longestBackoff(), this::createPublished);
    }

    void start(@Observes StartupEvent event) {
        atStart.start();
    }

    void stop(@Observes ShutdownEvent event) {
        atStart.stop();
    }

    private RepeatedWork.Next createPublished() {
        Set<String> topics = new TreeSet<>();
        published.forEach(some -> topics.addAll(some.names()));
        ensure(topics);
        LOG.debugf("%d topics are there", topics.size());
        return RepeatedWork.Next.never();
    }

    /**
     * Returns when all these topics exist. Blocks, up to ten seconds while the broker is away, and then fails with a
     * {@link KafkaException}; never to be called on the event loop.
     */
    public void ensure(Collection<String> topics) {
        List<String> unknown =
                topics.stream().filter(topic -> !known.contains(topic)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(kafka.admin())) {
            create(admin, missing(admin, unknown));
        }
        known.addAll(unknown);
    }

    /** Looks at all topics again, for they may be gone with their broker. */
    public void forget() {
        known.clear();
    }

    private static List<String> missing(Admin admin, Collection<String> topics) {
        List<String> missing = new ArrayList<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            if (!succeeds(description, UnknownTopicOrPartitionException.class)) {
                missing.add(topic);
            }
        });
        return missing;
    }

    private void create(Admin admin, List<String> topics) {
        Optional<Integer> partitions = Optional.of(config.topics().partitions());
        Optional<Short> replication = config.topics().replication().isPresent()
                ? Optional.of((short) config.topics().replication().getAsInt())
                : Optional.empty();
        List<NewTopic> all = topics.stream()
                .map(topic -> new NewTopic(topic, partitions, replication))
                .toList();
        // Another service may create one at the same time.
        admin.createTopics(all).values().values().forEach(created -> succeeds(created, TopicExistsException.class));
    }

    private static boolean succeeds(KafkaFuture<?> result, Class<? extends Exception> expected) {
        try {
            result.get();
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (expected.isInstance(e.getCause())) {
                return false;
            }
            throw e.getCause() instanceof KafkaException failure ? failure : new KafkaException(e.getCause());
        }
    }
}
