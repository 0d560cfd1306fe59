package dev.tertulia.local.whatsapp.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line, {@code {"kind":…,"value":…}}, written by one thread behind the events. It is for demos: the last
 * lines before a {@code kill -9} can be missing, and a line that cannot be read is left out.
 */
@ApplicationScoped
public class Journal {

    private static final Logger LOG = Logger.getLogger(Journal.class);
    private static final int WAITING_LINES = 20_000;

    private record Entry(String kind, JsonNode value) {}

    private final ObjectMapper json;
    private final List<Journaled> journaled;
    private final @Nullable Path file;
    private final long limitBytes;
    private final BlockingQueue<Entry> lines = new ArrayBlockingQueue<>(WAITING_LINES);
    private volatile boolean open;
    private volatile @Nullable Thread writer;
    private long bytes;

    Journal(ObjectMapper json, @All List<Journaled> journaled, SimulatorConfig config) {
        this.json = json;
        this.journaled = journaled;
        this.file = config.dataDir().map(dir -> dir.resolve("journal.jsonl")).orElse(null);
        this.limitBytes = config.journalLimit().asLongValue();
    }

    /** Rebuilds everything from the file, writes it anew, and starts to record. Without a data folder it does nothing. */
    public void open() {
        Path path = file;
        if (path == null) {
            return;
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            replay(path);
            BufferedWriter out = rewrite(path);
            open = true;
            writer = Thread.ofPlatform().name("journal").daemon().start(() -> write(path, out));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the journal cannot be used: is SIMULATOR_DATA_DIR a folder one can write to?", e);
        }
    }

    /** Records a value as it is now. Waits when the disk is far behind. */
    public void append(String kind, Object value) {
        if (!open) {
            return;
        }
        try {
            lines.put(new Entry(kind, json.valueToTree(value)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether anything is recorded at all, so that a caller can spare itself the making of values. */
    public boolean isOpen() {
        return open;
    }

    @PreDestroy
    void close() {
        Thread thread = writer;
        open = false;
        if (thread != null) {
            try {
                thread.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void replay(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Map<String, Journaled> byKind = new HashMap<>();
        journaled.forEach(part -> part.kinds().forEach(kind -> byKind.put(kind, part)));
        int unreadable = 0;
        try (BufferedReader in = Files.newBufferedReader(path)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                unreadable += restored(line, byKind) ? 0 : 1;
            }
        }
        if (unreadable > 0) {
            LOG.warnf("%d journal entries could not be read and were left out", unreadable);
        }
    }

    private boolean restored(String line, Map<String, Journaled> byKind) {
        try {
            JsonNode entry = json.readTree(line);
            String kind = entry.path("kind").asText();
            Journaled part = byKind.get(kind);
            if (part == null) {
                return false;
            }
            part.restore(kind, entry.path("value"));
            return true;
        } catch (IOException | RuntimeException e) {
            // A half-written last line is to be expected after a crash.
            return false;
        }
    }

    private BufferedWriter rewrite(Path path) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        bytes = 0;
        BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8);
        for (Journaled part : journaled) {
            part.snapshot((kind, value) -> line(out, new Entry(kind, json.valueToTree(value))));
        }
        out.close();
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private void write(Path path, BufferedWriter first) {
        BufferedWriter out = first;
        try {
            long grownFrom = bytes;
            while (open || !lines.isEmpty()) {
                Entry entry = lines.poll(100, TimeUnit.MILLISECONDS);
                if (entry == null) {
                    out.flush();
                    continue;
                }
                line(out, entry);
                if (bytes > limitBytes && bytes > 2 * grownFrom) {
                    out.close();
                    out = rewrite(path);
                    grownFrom = bytes;
                }
            }
            out.close();
        } catch (IOException | UncheckedIOException e) {
            open = false;
            LOG.error("The journal cannot be written any more; from here on nothing survives a restart", e);
            lines.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void line(BufferedWriter out, Entry entry) {
        try {
            String text = json.writeValueAsString(entry);
            out.write(text);
            out.newLine();
            bytes += text.length() + 1L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
