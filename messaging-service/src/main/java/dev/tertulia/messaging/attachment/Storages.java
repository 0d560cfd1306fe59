package dev.tertulia.messaging.attachment;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The storage that the installation is configured for. */
@ApplicationScoped
class Storages {
    @Produces
    @Singleton
    ObjectStorage storage(StorageConfig config, AttachmentConfig attachments, Vertx vertx) {
        return switch (config.kind()) {
            case FOLDER -> new FolderStorage(vertx, config.folder());
            case S3 -> new S3Storage(config.s3(), attachments.workFolder());
        };
    }

    void close(@Disposes ObjectStorage storage) {
        if (storage instanceof S3Storage s3) {
            s3.close();
        }
    }
}
