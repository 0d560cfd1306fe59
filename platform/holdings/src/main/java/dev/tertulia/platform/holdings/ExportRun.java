package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.holdings.HeldFiles.HeldFile;
import dev.tertulia.platform.holdings.HeldTables.RowPage;
import dev.tertulia.platform.security.CallerTenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One export under way: what it has given out so far, and how it writes it down. */
final class ExportRun {
    static final RowPage NO_ROWS = new RowPage(List.of(), List.of());

    private final CallerTenant tenant;
    private final String service;
    private final Instant deadline;
    private final Executor unitOfWork;
    private final Map<String, Long> rows = new TreeMap<>();
    private long files;

    ExportRun(CallerTenant tenant, String service, Instant deadline, Executor unitOfWork) {
        this.tenant = tenant;
        this.service = service;
        this.deadline = deadline;
        this.unitOfWork = unitOfWork;
    }

    /** Where a table was left. */
    static final class Place {
        private List<String> key = List.of();
        private boolean last;

        List<String> key() {
            return key;
        }

        boolean isLast() {
            return last;
        }

        /** A table without a key of its own has one row. */
        void passed(RowPage page) {
            key = page.lastKey();
            last = key.isEmpty();
        }
    }

    Place at(HeldTable table) {
        rows.put(table.name(), 0L);
        return new Place();
    }

    /** Whoever asks for the next part may be anybody; the work is the tenant's. */
    <T> Uni<T> in(Supplier<Uni<T>> work) {
        return Uni.createFrom().<T>deferred(work::get).runSubscriptionOn(unitOfWork);
    }

    void requireTime(Instant now) {
        if (now.isAfter(deadline)) {
            throw new IllegalStateException("The export takes too long");
        }
    }

    String manifest(String version, Instant now, List<HeldTable> tables) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("tenantId", tenant.id());
        manifest.put("tenant", tenant.slug());
        manifest.put("service", service);
        manifest.put("version", version);
        manifest.put("startedAt", now);
        manifest.put("tables", tables.stream().map(ExportRun::described).toList());
        manifest.put("leftOut", HeldTables.LEFT_OUT);
        return EventJson.write(Map.of("manifest", manifest));
    }

    private static Map<String, Object> described(HeldTable table) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", table.name());
        described.put("columns", table.columns());
        described.put("redacted", table.redacted().stream().sorted().toList());
        return described;
    }

    String lines(HeldTable table, List<String> page) {
        rows.merge(table.name(), (long) page.size(), Long::sum);
        String before = "{\"table\":\"" + table.name() + "\",\"row\":";
        StringBuilder lines = new StringBuilder();
        for (String row : page) {
            lines.append(lines.isEmpty() ? "" : "\n").append(before).append(row).append('}');
        }
        return lines.toString();
    }

    Multi<String> fileLines(HeldFile file, Multi<Buffer> parts, Clock clock) {
        long[] from = new long[1];
        return parts.map(part -> {
                    requireTime(clock.instant());
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("id", file.id());
                    line.put("from", from[0]);
                    line.put("sizeBytes", file.sizeBytes());
                    line.put("base64", Base64.getEncoder().encodeToString(part.getBytes()));
                    from[0] += part.length();
                    return EventJson.write(Map.of("file", line));
                })
                .onCompletion()
                .invoke(() -> files++);
    }

    String end(Instant now) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("complete", true);
        end.put("endedAt", now);
        end.put("rows", rows);
        end.put("files", files);
        return EventJson.write(Map.of("end", end));
    }

    String brokenOff(Instant now) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("complete", false);
        end.put("endedAt", now);
        end.put("problem", "It broke off. Begin anew; what came so far is not all.");
        return EventJson.write(Map.of("end", end));
    }

    CallerTenant tenant() {
        return tenant;
    }

    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    long allFiles() {
        return files;
    }
}
