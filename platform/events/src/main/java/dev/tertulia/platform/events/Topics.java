package dev.tertulia.platform.events;

import java.util.regex.Pattern;

/** The names of topics. */
public final class Topics {
    // Kafka counts '.' and '_' as one in its metrics, so only one of them is ours.
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,199}");

    private Topics() {}

    /** Where a consumer leaves what it cannot take. */
    public static String deadLetter(String topic, String consumer) {
        return requireLegalName(topic + ".dead-letter." + consumer);
    }

    static String requireLegalName(String topic) {
        if (!LEGAL_NAME.matcher(topic).matches()) {
            throw new IllegalArgumentException("Not a topic's name: " + topic);
        }
        return topic;
    }
}
