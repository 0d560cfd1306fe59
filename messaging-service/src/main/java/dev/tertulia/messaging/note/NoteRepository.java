package dev.tertulia.messaging.note;

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
class NoteRepository implements PanacheRepositoryBase<Note, UUID> {
    static final Sort NEWEST_FIRST = Sort.by("notes", UUID.class);

    /** One more than a page, so that it is seen whether another follows. */
    Uni<List<Note>> page(UUID conversation, PageRequest request) {
        Optional<Cursor> after = request.after(NEWEST_FIRST);
        return after.map(cursor -> find(
                        "conversationId = ?1 and deletedAt is null and id < ?2 order by id desc",
                        conversation,
                        cursor.uuid(0)))
                .orElseGet(() -> find("conversationId = ?1 and deletedAt is null order by id desc", conversation))
                .page(0, request.fetchSize())
                .list();
    }

    Uni<Optional<Note>> forChange(UUID conversation, UUID id) {
        return find("id = ?1 and conversationId = ?2 and deletedAt is null", id, conversation)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
