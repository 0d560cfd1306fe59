package dev.tertulia.platform.servers;

/** A Kafka broker. It creates no topic by itself: topics and their partition counts are the product's to create. */
public interface BrokerServer extends Server {

    default String bootstrapServers() {
        return host() + ":" + port();
    }
}
