package dev.tertulia.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The migration of which every service has the same: platform/events works with the tables it makes. */
public final class EventsMigration {
    private static final String ORIGINAL = "db/events.sql";
    private static final String COPY = "db/migration/V001__create_events.sql";

    private EventsMigration() {}

    /** Fails when the service's copy, on its class path, is not platform/events' text. */
    public static void assertUnchanged() {
        if (!text(COPY).equals(text(ORIGINAL))) {
            throw new AssertionError(COPY + " is not a copy of platform/events' " + ORIGINAL);
        }
    }

    private static String text(String resource) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (file == null) {
                throw new AssertionError(resource + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
