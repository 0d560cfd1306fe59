package dev.tertulia.tenant.member;

import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of the unit of work's tenant. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {
    /** In the order in which they came, which the ids tell. */
    static final Sort BY_ID = Sort.by("members", UUID.class);

    Uni<Member> existing(UUID id) {
        return required(findById(id));
    }

    /** Nobody else changes them until the transaction ends, so their events come in the order of their changes. */
    Uni<Member> forChange(UUID id) {
        return required(findForChange(id));
    }

    /** As {@link #forChange}, null where there is none. */
    Uni<@Nullable Member> findForChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Null where there is none. */
    Uni<@Nullable Standing> standing(UUID id) {
        return find("id", id).project(Standing.class).firstResult();
    }

    /**
     * @param text part of a name or address
     * @param only nobody else is looked at
     */
    Uni<List<Member>> page(PageRequest page, @Nullable String text, @Nullable UUID only) {
        StringBuilder query = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        page.after(BY_ID).ifPresent(cursor -> {
            query.append(" and id > :after");
            parameters.and("after", cursor.uuid(0));
        });
        if (text != null && !text.isBlank()) {
            query.append(" and (locate(:text, lower(name)) > 0 or locate(:text, email) > 0)");
            parameters.and("text", text.strip().toLowerCase(Locale.ROOT));
        }
        if (only != null) {
            query.append(" and id = :only");
            parameters.and("only", only);
        }
        return find(query + " order by id", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    private static Uni<Member> required(Uni<Member> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.of(MemberProblem.NOT_FOUND));
    }
}
