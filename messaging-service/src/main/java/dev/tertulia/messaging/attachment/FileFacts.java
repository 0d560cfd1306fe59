package dev.tertulia.messaging.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, by its bytes rather than by what was said of it.
 *
 * @param sha256 in hexadecimal
 */
record FileFacts(String contentType, long sizeBytes, String sha256) {
    private static final Tika TIKA = new Tika();
    private static final int BUFFER = 64 * 1024;

    // What Tika names more exactly, or otherwise, than those who are to play it.
    private static final Map<String, String> PLAIN_NAMES = Map.of(
            "audio/opus", "audio/ogg",
            "audio/vorbis", "audio/ogg",
            "audio/x-oggflac", "audio/ogg",
            "audio/speex", "audio/ogg",
            "application/ogg", "audio/ogg",
            "audio/x-aac", "audio/aac",
            "video/x-m4v", "video/mp4",
            "application/mp4", "video/mp4",
            "audio/vnd.wave", "audio/wav");

    /** Reads the whole file. @param fileName tells kinds apart that begin alike, such as office documents */
    static FileFacts of(Path file, @Nullable String fileName) throws IOException {
        String detected;
        try (InputStream bytes = Files.newInputStream(file)) {
            detected = TIKA.detect(bytes, fileName);
        }
        return new FileFacts(PLAIN_NAMES.getOrDefault(detected, detected), Files.size(file), sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether a hash that a provider told, in hexadecimal or Base64, is this file's. */
    boolean hasHash(String told) {
        if (told.length() == 2 * 32) {
            return told.toLowerCase(Locale.ROOT).equals(sha256);
        }
        return told.equals(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)));
    }
}
