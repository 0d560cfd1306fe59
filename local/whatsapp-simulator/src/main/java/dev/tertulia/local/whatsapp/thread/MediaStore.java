package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.journal.Journaled;
import dev.tertulia.local.whatsapp.webhook.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Media as files in one folder, the oldest removed beyond a limit. */
@ApplicationScoped
public class MediaStore implements Journaled {

    private static final Logger LOG = Logger.getLogger(MediaStore.class);

    /** A medium; {@code sha256} is in hex. */
    public record Media(
            String id,
            String phoneNumberId,
            String mimeType,
            String sha256,
            long sizeBytes,
            @Nullable String fileName) {}

    /** Until when an address works, and the proof that we made it. */
    public record Ticket(long expiresAtSeconds, String hash) {}

    private final LinkedHashMap<String, Media> byId = new LinkedHashMap<>();
    private final AtomicLong nextId =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 9_000_000_000_000_000L));
    private final Signature tickets = new Signature(UUID.randomUUID().toString());
    private final Path folder;
    private final long limitBytes;
    private final Duration lifetime;
    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;
    private long totalBytes;

    MediaStore(SimulatorConfig config, Journal journal, ObjectMapper json, Clock clock) {
        this.folder = config.dataDir().map(dir -> dir.resolve("media")).orElseGet(MediaStore::temporaryFolder);
        this.limitBytes = config.mediaLimit().asLongValue();
        this.lifetime = config.mediaUrlLifetime();
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the bytes as a new medium. Blocks. */
    public Media keep(String numberId, String mimeType, @Nullable String fileName, byte[] bytes) {
        try {
            Path file = Files.createTempFile(folder(), "new", null);
            Files.write(file, bytes);
            return adopt(numberId, mimeType, fileName, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file over as a new medium; it is moved away from where it was. Blocks. */
    public Media adopt(String numberId, String mimeType, @Nullable String fileName, Path file) {
        try {
            String id = Long.toString(nextId.incrementAndGet());
            Media media = new Media(id, numberId, mimeType, sha256(file), Files.size(file), fileName);
            Files.move(file, folder().resolve(id), StandardCopyOption.REPLACE_EXISTING);
            register(media);
            journal.append("media", media);
            return media;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized @Nullable Media find(String id) {
        return byId.get(id);
    }

    /** Where the bytes are. */
    public Path file(Media media) {
        return folder.resolve(media.id());
    }

    /** Removes a medium and its bytes; false if there is none. */
    public boolean remove(String id) {
        Media media;
        synchronized (this) {
            media = byId.remove(id);
            if (media == null) {
                return false;
            }
            totalBytes -= media.sizeBytes();
        }
        deleteFile(media);
        journal.append("media-removed", id);
        return true;
    }

    /** Lets the bearer of the number's token fetch the medium for some minutes. */
    public Ticket ticket(Media media) {
        long expires = clock.instant().plus(lifetime).getEpochSecond();
        return new Ticket(expires, hash(media.id(), expires));
    }

    /** Whether we made this address, and it still works. */
    public boolean isValid(String mediaId, Ticket ticket) {
        boolean ours = MessageDigest.isEqual(
                hash(mediaId, ticket.expiresAtSeconds()).getBytes(StandardCharsets.US_ASCII),
                ticket.hash().getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(ticket.expiresAtSeconds()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of("media", "media-removed");
    }

    @Override
    public void restore(String kind, JsonNode value) {
        if (kind.equals("media-removed")) {
            remove(value.asText());
            return;
        }
        try {
            Media media = json.treeToValue(value, Media.class);
            if (Files.exists(file(media))) {
                register(media);
                nextId.accumulateAndGet(Long.parseLong(media.id()), Math::max);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public synchronized void snapshot(BiConsumer<String, Object> entries) {
        byId.values().forEach(media -> entries.accept("media", media));
    }

    private synchronized void register(Media media) {
        Media before = byId.put(media.id(), media);
        totalBytes += media.sizeBytes() - (before == null ? 0 : before.sizeBytes());
        while (totalBytes > limitBytes && byId.size() > 1) {
            Media oldest = byId.pollFirstEntry().getValue();
            totalBytes -= oldest.sizeBytes();
            deleteFile(oldest);
        }
    }

    private void deleteFile(Media media) {
        try {
            Files.deleteIfExists(file(media));
        } catch (IOException e) {
            LOG.warnf("The file of medium %s could not be deleted", media.id());
        }
    }

    private Path folder() throws IOException {
        return Files.createDirectories(folder);
    }

    private String hash(String id, long expires) {
        return tickets.of((id + ":" + expires).getBytes(StandardCharsets.US_ASCII))
                .substring(7);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("whatsapp-simulator-media");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
