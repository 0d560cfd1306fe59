package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitations of the unit of work's tenant. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {
    /** Newest first, which the ids tell. */
    static final Sort BY_ID = Sort.by("invitations", UUID.class);

    private static final String LOCK =
            "select from tenant where tenant_id = current_setting('app.tenant_id')::uuid for no key update";

    private static final String MAILS_SINCE = """
            select count(*) from invitation i cross join unnest(i.mails_at) as mail (written_at)
            where i.tenant_id = current_setting('app.tenant_id')::uuid and i.sent_at > $1 and mail.written_at > $1""";

    private final TenantDatabase database;

    InvitationRepository(TenantDatabase database) {
        this.database = database;
    }

    Uni<Invitation> existing(UUID id) {
        return required(findById(id));
    }

    /** Nobody else changes it until the transaction ends. */
    Uni<Invitation> forChange(UUID id) {
        return required(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<List<Invitation>> page(PageRequest page, @Nullable InvitationStatus status, Instant now) {
        StringBuilder query = new StringBuilder("1 = 1");
        Parameters parameters = new Parameters();
        page.after(BY_ID).ifPresent(cursor -> {
            query.append(" and id < :after");
            parameters.and("after", cursor.uuid(0));
        });
        if (status != null) {
            query.append(
                    switch (status) {
                        case PENDING -> " and status = :status and expiresAt > :now";
                        case EXPIRED -> " and (status = :status or status = :pending and expiresAt <= :now)";
                        case ACCEPTED, CANCELLED -> " and status = :status";
                    });
            parameters.and("status", status);
            if (status == InvitationStatus.PENDING || status == InvitationStatus.EXPIRED) {
                parameters.and("now", now);
            }
            if (status == InvitationStatus.EXPIRED) {
                parameters.and("pending", InvitationStatus.PENDING);
            }
        }
        return find(query + " order by id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    /** Writes down that what waited for this address waits no longer, so that it blocks no new one. */
    Uni<Void> expire(String email, Instant now) {
        return update(
                        "status = ?1 where email = ?2 and status = ?3 and expiresAt <= ?4",
                        InvitationStatus.EXPIRED,
                        email,
                        InvitationStatus.PENDING,
                        now)
                .replaceWithVoid();
    }

    /** Nobody else of the tenant invites or reminds until the transaction ends, so that what is counted holds. */
    Uni<Void> alone() {
        return database.inTransactionUnderWay(
                connection -> connection.query(LOCK).execute().replaceWithVoid());
    }

    /** How many mails were written, reminders too. */
    Uni<Long> mailsSince(Instant since) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(MAILS_SINCE)
                .execute(Tuple.of(since.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    Uni<Void> beginAccount(UUID id) {
        return update("accountBegun = true where id = ?1", id).replaceWithVoid();
    }

    private static Uni<Invitation> required(Uni<Invitation> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.of(InvitationProblem.NOT_FOUND));
    }
}
