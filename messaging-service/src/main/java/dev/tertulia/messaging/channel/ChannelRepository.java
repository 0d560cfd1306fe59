package dev.tertulia.messaging.channel;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ChannelRepository implements PanacheRepositoryBase<Channel, UUID> {
    static final Sort NEWEST_FIRST = Sort.by("channels", UUID.class);

    /** One more than a page, so that it is seen whether another follows. */
    Uni<List<Channel>> page(PageRequest request) {
        Optional<Cursor> after = request.after(NEWEST_FIRST);
        return after.map(cursor -> find("deletedAt is null and id < ?1 order by id desc", cursor.uuid(0)))
                .orElseGet(() -> find("deletedAt is null order by id desc"))
                .page(0, request.fetchSize())
                .list();
    }

    Uni<Optional<Channel>> present(UUID id) {
        return find("id = ?1 and deletedAt is null", id).firstResult().map(Optional::ofNullable);
    }

    Uni<Optional<Channel>> presentForChange(UUID id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
