package dev.tertulia.messaging.label;

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
class LabelRepository implements PanacheRepositoryBase<Label, UUID> {
    static final Sort BY_NAME = Sort.by("labels", String.class);

    /** One more than a page, so that it is seen whether another follows. */
    Uni<List<Label>> page(PageRequest request) {
        Optional<Cursor> after = request.after(BY_NAME);
        return after.map(cursor -> find("lower(name) > lower(?1) order by lower(name)", cursor.text(0)))
                .orElseGet(() -> find("order by lower(name)"))
                .page(0, request.fetchSize())
                .list();
    }

    Uni<Optional<Label>> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }
}
