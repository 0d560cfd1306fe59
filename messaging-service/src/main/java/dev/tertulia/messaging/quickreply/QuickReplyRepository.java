package dev.tertulia.messaging.quickreply;

import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those that everybody has, and those of one member; nobody else's. */
@ApplicationScoped
class QuickReplyRepository implements PanacheRepositoryBase<QuickReply, UUID> {
    static final Sort BY_SHORTCUT = Sort.by("quick-replies", String.class, UUID.class);
    private static final String SEEN = "(ownerId is null or ownerId = :member)";
    // Keys and systems have none of their own.
    private static final UUID NOBODY = new UUID(0, 0);

    /** One more than a page. @param beginning of a shortcut, or part of a text; null for all */
    Uni<List<QuickReply>> page(@Nullable UUID member, @Nullable String beginning, PageRequest page) {
        StringBuilder query = new StringBuilder(SEEN);
        Parameters parameters = Parameters.with("member", member == null ? NOBODY : member);
        if (beginning != null && !beginning.isBlank()) {
            query.append(" and (locate(:words, lower(shortcut)) = 1 or locate(:words, lower(text)) > 0)");
            parameters.and("words", beginning.strip().toLowerCase(Locale.ROOT));
        }
        Optional<Cursor> after = page.after(BY_SHORTCUT);
        if (after.isPresent()) {
            query.append(" and (lower(shortcut) > lower(:shortcut)"
                    + " or lower(shortcut) = lower(:shortcut) and id > :last)");
            parameters
                    .and("shortcut", after.get().text(0))
                    .and("last", after.get().uuid(1));
        }
        return find(query.append(" order by lower(shortcut), id").toString(), parameters)
                .page(0, page.fetchSize())
                .list();
    }

    Uni<Optional<QuickReply>> seen(UUID id, @Nullable UUID member) {
        return find("id = :id and " + SEEN, parameters(id, member))
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Optional<QuickReply>> seenForChange(UUID id, @Nullable UUID member) {
        return find("id = :id and " + SEEN, parameters(id, member))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    private static Parameters parameters(UUID id, @Nullable UUID member) {
        return Parameters.with("id", id).and("member", member == null ? NOBODY : member);
    }
}
