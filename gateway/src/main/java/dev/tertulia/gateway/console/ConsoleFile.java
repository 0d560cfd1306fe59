package dev.tertulia.gateway.console;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of the console in all the ways in which it can be sent.
 *
 * @param contentType by its name, since the console's build chose it
 * @param immutable whether its name changes with its content, so that browsers need not ask again
 * @param gzip the same compressed; null where the build has none
 * @param brotli the same compressed better; null where the build has none
 */
record ConsoleFile(
        String contentType,
        boolean immutable,
        Sent plain,
        @Nullable Sent gzip,
        @Nullable Sent brotli) {
    private static final Pattern HASHED = Pattern.compile("/assets/(?:.*/)?[^/]*-[A-Za-z0-9_-]{8,}\\.[a-z0-9.]+");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("map", "application/json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wasm", "application/wasm"));

    /**
     * Bytes as they go over the wire.
     *
     * @param tag quoted, of these bytes and no others
     */
    record Sent(Buffer bytes, String tag) {
        static Sent of(byte[] bytes) {
            return new Sent(Buffer.buffer(bytes), '"' + tagOf(bytes) + '"');
        }

        private static String tagOf(byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(digest)
                        .substring(0, 22);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /** @param path as browsers ask for it */
    static ConsoleFile of(String path, byte[] plain, byte @Nullable [] gzip, byte @Nullable [] brotli) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new ConsoleFile(
                TYPES.getOrDefault(ending, "application/octet-stream"),
                HASHED.matcher(path).matches(),
                Sent.of(plain),
                gzip == null ? null : Sent.of(gzip),
                brotli == null ? null : Sent.of(brotli));
    }
}
