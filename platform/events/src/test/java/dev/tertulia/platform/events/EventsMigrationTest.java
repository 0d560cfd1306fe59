package dev.tertulia.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EventsMigrationTest {
    @Test
    void theProbeHasTheTablesOfEverybody() throws IOException {
        assertThat(text("/db/migration/V001__create_events.sql")).isEqualTo(text("/db/events.sql"));
    }

    private static String text(String resource) throws IOException {
        try (InputStream file = Objects.requireNonNull(EventsMigrationTest.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
