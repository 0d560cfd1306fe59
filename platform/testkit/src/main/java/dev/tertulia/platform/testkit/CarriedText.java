package dev.tertulia.platform.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A migration that each service carries as a platform module has it. */
final class CarriedText {
    private CarriedText() {}

    static void assertSame(String copy, String module, String original) {
        if (!text(copy).equals(text(original))) {
            throw new AssertionError(copy + " is not a copy of " + module + "'s " + original);
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
