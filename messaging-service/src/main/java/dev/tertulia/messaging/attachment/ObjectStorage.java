package dev.tertulia.messaging.attachment;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;

/** Where the bytes of files are. Keys are made by us: ids and slashes, nothing that came from outside. */
interface ObjectStorage {
    /** Stores the file under the key, whole or not at all; what was there is replaced. The file itself may be moved. */
    Uni<Void> put(String key, Path file);

    /** Some of the bytes, in a file of this machine; fails when there are none. */
    Uni<LocalBytes> read(String key, long from, long length);

    /** The keys below a folder, such as a tenant's, at most so many and at most a thousand. */
    Uni<List<String>> below(String folder, int atMost);

    /** Deletes what is under the key; nothing being there is as good. */
    Uni<Void> delete(String key);

    /**
     * Bytes that lie in a file.
     *
     * @param from where they begin in it
     * @param temporary whether whoever asked deletes the file after use
     */
    record LocalBytes(Path file, long from, long length, boolean temporary) {}
}
