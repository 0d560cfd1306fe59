package dev.tertulia.platform.events.relay;

import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.events.KafkaSettings;
import dev.tertulia.platform.events.TopicCreation;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A relay in a process of its own, to be killed. Arguments: database host, port, name, password; bootstrap servers. */
public final class RelayProcess {
    private RelayProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EventsConfig config = new SmallRyeConfigBuilder()
                .withMapping(EventsConfig.class)
                .addDiscoveredConverters()
                .withDefaultValue("tertulia.events.service", "probe")
                .withDefaultValue("tertulia.events.relay.batch-size", "20")
                .build()
                .getConfigMapping(EventsConfig.class);
        var kafka = new KafkaSettings(Map.of("bootstrap.servers", arguments[4]));
        var publisher = new KafkaPublisher(kafka, new TopicCreation(kafka, config, List.of()), config);
        var transaction = new RelayTransaction(pool(arguments), publisher, config);
        System.out.println("ready");
        while (true) {
            var outcome = transaction.run().await().atMost(Duration.ofSeconds(60));
            if (outcome.isEmpty()) {
                Thread.sleep(5);
            }
        }
    }

    private static Pool pool(String[] arguments) {
        var options = new PgConnectOptions()
                .setHost(arguments[0])
                .setPort(Integer.parseInt(arguments[1]))
                .setDatabase(arguments[2])
                .setUser("probe_relay")
                .setPassword(arguments[3]);
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(Vertx.vertx())
                .build());
    }
}
