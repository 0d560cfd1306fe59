package dev.tertulia.platform.holdings;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files that a service holds of a tenant beside its rows. A service that has some gives a bean of it. */
public interface HeldFiles {
    /** The files of the unit of work's tenant, in an order of their own, after the given one; the last page is empty. */
    Uni<List<HeldFile>> after(@Nullable String id, int limit);

    /** The bytes of a file of the unit of work's tenant, in parts of at most this size. */
    Multi<Buffer> read(HeldFile file, int partBytes);

    /** Erases some files of the tenant and says how many, 0 when there are none. */
    Uni<Long> erase(UUID tenant);

    /** How many files there are of the tenant, counted up to so many. */
    Uni<Long> count(UUID tenant, int atMost);

    /** One file: an id that rows refer to, and where it is kept. */
    record HeldFile(String id, String key, long sizeBytes) {}
}
