package dev.tertulia.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Names as they stand in JSON. */
final class JsonNames {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private JsonNames() {}

    /** An enum's constant by its {@code @JsonProperty} or {@code @JsonValue}, else by its own name. */
    static String of(Enum<?> constant) {
        return PLAIN.convertValue(constant, String.class);
    }
}
