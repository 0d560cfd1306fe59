package dev.tertulia.messaging.attachment;

import dev.tertulia.messaging.attachment.ObjectStorage.LocalBytes;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.MediaUpload;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Hands the files of outbound messages over to the provider, before the messages themselves. */
@ApplicationScoped
public class OutboundFiles {
    private static final String FIND = """
            select a.storage_key, a.file_name, a.content_type, a.size_bytes from attachment a
            where a.tenant_id = current_setting('app.tenant_id')::uuid and a.id = $1 and a.status = 'stored'""";

    private final UnitOfWork units;
    private final TenantDatabase database;
    private final ObjectStorage storage;
    private final MediaUpload media;
    private final AttachmentConfig config;
    private final Vertx vertx;
    private final Clock clock;

    OutboundFiles(
            UnitOfWork units,
            TenantDatabase database,
            ObjectStorage storage,
            MediaUpload media,
            AttachmentConfig config,
            Vertx vertx,
            Clock clock) {
        this.units = units;
        this.database = database;
        this.storage = storage;
        this.media = media;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Fails where the file cannot be read; what the provider makes of it is in the result. */
    public Uni<MediaUpload.Result> handOver(ConnectedChannel channel, UUID attachment) {
        return units.as(
                        channel.tenantId(),
                        () -> database.inTransaction(connection -> connection
                                .preparedQuery(FIND)
                                .execute(Tuple.of(attachment))
                                .map(rows -> rows.iterator().next())))
                .flatMap(row -> storage.read(row.getString("storage_key"), 0, row.getLong("size_bytes"))
                        .flatMap(bytes -> upload(channel, attachment, row, bytes)));
    }

    private Uni<MediaUpload.Result> upload(ConnectedChannel channel, UUID attachment, Row row, LocalBytes bytes) {
        String name = row.getString("file_name") == null ? attachment.toString() : row.getString("file_name");
        return media.upload(channel, bytes.file(), name, row.getString("content_type"))
                .onTermination()
                .invoke(() -> {
                    if (bytes.temporary()) {
                        vertx.executeBlocking(() -> Files.deleteIfExists(bytes.file()), false);
                    }
                });
    }

    /** Until when what is handed over now can be used. */
    public Instant validUntil() {
        return clock.instant().plus(config.uploadValidity());
    }
}
