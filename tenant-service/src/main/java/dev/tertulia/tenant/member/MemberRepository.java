package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of the unit of work's tenant. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {
    private static final String SEEN = """
            update member set last_seen_at = now()
            where tenant_id = current_setting('app.tenant_id')::uuid and id = $1
              and (last_seen_at is null or last_seen_at < now() - interval '1 minute')""";

    private final TenantDatabase database;

    MemberRepository(TenantDatabase database) {
        this.database = database;
    }

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

    Uni<List<Member>> page(PageRequest page, MemberQuery query) {
        return find(query.condition(page), query.parameters(page))
                .range(0, page.fetchSize() - 1)
                .list();
    }

    /** Whose membership this is, or whom it was made for; nobody else changes them until the transaction ends. */
    Uni<@Nullable Member> findForChange(String email, @Nullable UUID userId) {
        // Their own place goes before one that waits for their address: they have one in a tenant.
        return find("email = ?1 or userId = ?2 order by userId nulls last", email, userId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Boolean> isActive(String email) {
        return count("email = ?1 and active", email).map(found -> found > 0);
    }

    /** The owner and this member, locked in the order of their ids, so that two hand-overs at once do not block each other. */
    Uni<List<Member>> ownerAnd(UUID id) {
        return find("role = ?1 or id = ?2 order by id", Role.OWNER, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<Void> seen(UUID id) {
        return database.inTransactionUnderWay(connection ->
                connection.preparedQuery(SEEN).execute(Tuple.of(id)).replaceWithVoid());
    }

    private static Uni<Member> required(Uni<Member> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.of(MemberProblem.NOT_FOUND));
    }
}
