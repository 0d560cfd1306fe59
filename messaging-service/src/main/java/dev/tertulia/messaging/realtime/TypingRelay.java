package dev.tertulia.messaging.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells colleagues that somebody is typing in a conversation that they see. It is gone when nobody looks: never stored, and
 * told only to the sockets of this process.
 */
@ApplicationScoped
class TypingRelay {
    private static final String ASSIGNEE = """
            select c.assignee_id from conversation c
            where c.tenant_id = current_setting('app.tenant_id')::uuid and c.id = $1""";

    private final RealtimeHub hub;
    private final UnitOfWork units;
    private final TenantDatabase database;
    private final RealtimeConfig config;

    TypingRelay(RealtimeHub hub, UnitOfWork units, TenantDatabase database, RealtimeConfig config) {
        this.hub = hub;
        this.units = units;
        this.database = database;
        this.config = config;
    }

    /** Anything but {@code {"type":"typing","conversationId":"…"}} is passed over, and so is typing too often. */
    Uni<Void> pass(RealtimeSession from, String message) {
        UUID conversation = conversation(message);
        if (conversation == null
                || !from.mayType(System.nanoTime(), config.typingInterval().toNanos())) {
            return Uni.createFrom().voidItem();
        }
        return units.as(
                        from.tenantId(),
                        () -> database.inTransaction(connection -> connection
                                .preparedQuery(ASSIGNEE)
                                .execute(Tuple.of(conversation))
                                .map(rows -> rows.size() == 0
                                        ? Optional.<Row>empty()
                                        : Optional.of(rows.iterator().next()))))
                .invoke(found -> found.ifPresent(row -> tell(from, conversation, row.getUUID("assignee_id"))))
                .replaceWithVoid();
    }

    private void tell(RealtimeSession from, UUID conversation, @Nullable UUID assignee) {
        if (!from.visibility().sees(assignee)) {
            return;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("conversationId", conversation);
        data.put("memberId", from.caller().memberId());
        data.put("name", from.caller().actor().name());
        String text = EventJson.write(Map.of("type", "typing", "data", data));
        hub.sessionsOf(from.tenantId()).stream()
                .filter(session -> session != from && session.visibility().sees(assignee))
                .forEach(session -> session.send(text));
    }

    private static @Nullable UUID conversation(String message) {
        try {
            JsonNode json = EventJson.tree(message);
            return json.path("type").asText().equals("typing")
                    ? UUID.fromString(json.path("conversationId").asText())
                    : null;
        } catch (UnreadableEventException | IllegalArgumentException e) {
            return null;
        }
    }
}
