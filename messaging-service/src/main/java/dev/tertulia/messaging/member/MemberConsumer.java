package dev.tertulia.messaging.member;

import dev.tertulia.contracts.tenant.MemberDeactivated;
import dev.tertulia.contracts.tenant.MemberDetails;
import dev.tertulia.contracts.tenant.MemberJoined;
import dev.tertulia.contracts.tenant.MemberRoleChanged;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.messaging.conversation.ConversationUpkeep;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import dev.tertulia.platform.events.consume.EventConsumer;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps who is a member, and makes nobody's what somebody had who is one no longer. */
@ApplicationScoped
class MemberConsumer implements EventConsumer {
    private static final String KEEP = """
            insert into member (id, name, role, active, sequence) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, id) do update set name = excluded.name, role = excluded.role,
                active = excluded.active, sequence = excluded.sequence
            where member.sequence < excluded.sequence""";

    private final TenantDatabase database;
    private final ConversationUpkeep conversations;

    MemberConsumer(TenantDatabase database, ConversationUpkeep conversations) {
        this.database = database;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TenantTopics.MEMBER_JOINED, TenantTopics.MEMBER_ROLE_CHANGED, TenantTopics.MEMBER_DEACTIVATED);
    }

    @Override
    public Uni<Void> on(ConsumedEvent event) {
        return database.inTransactionUnderWay(connection -> switch (event.type()) {
            case TenantTopics.MEMBER_JOINED -> {
                MemberJoined joined = event.as(MemberJoined.class);
                yield keep(connection, event, joined.memberId(), joined.member(), true)
                        .replaceWithVoid();
            }
            // Nobody's role changes but that of those who are members.
            case TenantTopics.MEMBER_ROLE_CHANGED -> {
                MemberRoleChanged changed = event.as(MemberRoleChanged.class);
                yield keep(connection, event, changed.memberId(), changed.member(), true)
                        .replaceWithVoid();
            }
            case TenantTopics.MEMBER_DEACTIVATED -> {
                MemberDeactivated gone = event.as(MemberDeactivated.class);
                yield keep(connection, event, gone.memberId(), gone.member(), false)
                        .flatMap(kept -> kept
                                ? conversations.makeNobodys(connection, gone.memberId())
                                : Uni.createFrom().voidItem());
            }
            default -> throw new UnreadableEventException("No event of a member");
        });
    }

    /** False where a later event came before this one. */
    private static Uni<Boolean> keep(
            SqlConnection connection,
            ConsumedEvent event,
            @Nullable UUID id,
            @Nullable MemberDetails member,
            boolean active) {
        if (id == null || member == null) {
            throw new UnreadableEventException("The event lacks its member");
        }
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(id, member.name(), member.role(), active, event.sequence()))
                .map(rows -> rows.rowCount() > 0);
    }
}
