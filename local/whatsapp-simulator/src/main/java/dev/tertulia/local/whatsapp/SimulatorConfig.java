package dev.tertulia.local.whatsapp;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the simulator; each can be given as an environment variable, {@code SIMULATOR_DATA_DIR} for {@code simulator.data-dir}. */
@ConfigMapping(prefix = "simulator")
public interface SimulatorConfig {

    /** Numbers that exist from the start: a JSON array of registrations, as {@code PUT /simulator/api/numbers/{id}} takes them. */
    Optional<String> numbers();

    /** Lets a business connect numbers that nobody registered; absent: it is told that there are none. */
    Optional<AnyNumber> anyNumber();

    /** What any number is connected with. */
    interface AnyNumber {

        /** The token: a call with it for an id that is not known makes a number of that id. */
        String accessToken();

        /** What signs the webhooks of such numbers. */
        String appSecret();
    }

    /** Folder for journal and media. Without it nothing survives a restart. */
    Optional<Path> dataDir();

    /** Journal size from which it is written anew with only what still holds. */
    @WithDefault("64M")
    MemorySize journalLimit();

    /** Whether messages are kept for the page and the threads; a number's behaviour can say otherwise. Off for load. */
    @WithDefault("true")
    boolean keepMessages();

    /** Kept messages of all numbers together, up to 1 KB of heap each; the oldest go first. */
    @WithDefault("100000")
    int maxMessages();

    /** Known customers per number; the ones known longest go first. */
    @WithDefault("200000")
    int maxCustomers();

    /** Distinct {@code biz_opaque_callback_data} values that are counted, about 40 bytes each; later ones are not counted. */
    @WithDefault("2000000")
    int maxCallbackData();

    /** All media together; the oldest go first. */
    @WithDefault("512M")
    MemorySize mediaLimit();

    /** How long the address of a medium can be used. */
    @WithDefault("5M")
    Duration mediaUrlLifetime();

    /** Whether media sent by link are fetched, as Meta does, which tells of links that do not work (131053). */
    @WithDefault("false")
    boolean fetchLinks();

    /** How webhooks go out. */
    Webhooks webhooks();

    /** How webhooks go out. */
    interface Webhooks {

        /** How long the business may take to answer a webhook. */
        @WithDefault("20S")
        Duration timeout();

        /** How long a webhook is tried again. Meta: up to seven days. */
        @WithDefault("24H")
        Duration retryFor();

        /** Pause after the first failure; it doubles with each further one. */
        @WithDefault("0.5S")
        Duration firstPause();

        /** The longest pause between two attempts. */
        @WithDefault("30S")
        Duration longestPause();

        /** Webhooks waiting per number, about 1 KB of heap each; beyond it the number takes no more messages (130429), so that memory stays bounded and nothing is lost. */
        @WithDefault("50000")
        int maxPending();

        /** Connections to each business. */
        @WithDefault("64")
        int connections();
    }
}
