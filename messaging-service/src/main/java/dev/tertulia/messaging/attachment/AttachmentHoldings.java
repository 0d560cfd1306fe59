package dev.tertulia.messaging.attachment;

import dev.tertulia.messaging.attachment.ObjectStorage.LocalBytes;
import dev.tertulia.platform.holdings.HeldFiles;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a tenant, to be given out or erased with it: all that lies below its id, whatever rows say. */
@ApplicationScoped
class AttachmentHoldings implements HeldFiles {
    private static final int AT_ONCE = 200;
    private static final String AFTER = """
            select a.id, a.storage_key, a.size_bytes from attachment a
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.status = 'stored'
                and a.storage_key is not null and a.size_bytes > 0 and a.id > $1
            order by a.id limit $2""";
    private static final UUID FIRST = new UUID(0, 0);

    private final TenantDatabase database;
    private final ObjectStorage storage;
    private final Vertx vertx;

    AttachmentHoldings(TenantDatabase database, ObjectStorage storage, Vertx vertx) {
        this.database = database;
        this.storage = storage;
        this.vertx = vertx;
    }

    @Override
    public Uni<List<HeldFile>> after(@Nullable String id, int limit) {
        UUID after = id == null ? FIRST : UUID.fromString(id);
        return database.inTransaction(connection ->
                connection.preparedQuery(AFTER).execute(Tuple.of(after, limit)).map(AttachmentHoldings::files));
    }

    private static List<HeldFile> files(RowSet<Row> rows) {
        List<HeldFile> files = new ArrayList<>(rows.size());
        rows.forEach(row -> files.add(new HeldFile(row.getUUID(0).toString(), row.getString(1), row.getLong(2))));
        return files;
    }

    @Override
    public Multi<Buffer> read(HeldFile file, int partBytes) {
        int parts = Math.toIntExact((file.sizeBytes() + partBytes - 1) / partBytes);
        return Multi.createFrom().range(0, parts).onItem().transformToUniAndConcatenate(part -> {
            long from = (long) part * partBytes;
            return storage.read(file.key(), from, Math.min(partBytes, file.sizeBytes() - from))
                    .flatMap(this::bytes);
        });
    }

    private Uni<Buffer> bytes(LocalBytes part) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> read(part), false).toCompletionStage());
    }

    private static Buffer read(LocalBytes part) throws IOException {
        try (InputStream file = Files.newInputStream(part.file())) {
            file.skipNBytes(part.from());
            return Buffer.buffer(file.readNBytes(Math.toIntExact(part.length())));
        } finally {
            if (part.temporary()) {
                Files.deleteIfExists(part.file());
            }
        }
    }

    @Override
    public Uni<Long> erase(UUID tenant) {
        return storage.below(tenant.toString(), AT_ONCE)
                .call(keys -> Multi.createFrom()
                        .iterable(keys)
                        .onItem()
                        .transformToUniAndConcatenate(storage::delete)
                        .collect()
                        .asList())
                .map(keys -> (long) keys.size());
    }

    @Override
    public Uni<Long> count(UUID tenant, int atMost) {
        return storage.below(tenant.toString(), atMost).map(keys -> (long) keys.size());
    }
}
