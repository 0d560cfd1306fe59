package dev.tertulia.messaging.realtime;

import dev.tertulia.platform.events.log.EventLog;
import dev.tertulia.platform.events.log.LogPage;
import dev.tertulia.platform.events.log.LoggedEvent;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/realtime}: events of what the caller may see, each with a cursor. With {@code ?after=<cursor>} what was
 * missed comes first, without a gap; where that is no longer known, or was never a cursor, {@code resync} says to load
 * everything anew. The gateway closes the socket of a caller whose access has ended.
 */
@WebSocket(path = "/api/v1/realtime")
@PermissionsAllowed(Permission.CONVERSATIONS_READ)
public class RealtimeSocket {
    private static final Logger LOG = Logger.getLogger(RealtimeSocket.class);
    private static final CloseReason TICKET_USED = new CloseReason(4401, "The ticket was used before");
    private static final CloseReason NOT_NOW = new CloseReason(1013, "Not now: resume with the last cursor");
    private static final Pattern AFTER = Pattern.compile("(?:^|&)after=([^&]*)");
    private static final String RESYNC = "{\"type\":\"resync\",\"cursor\":\"%d\"}";
    private static final String READY = "{\"type\":\"ready\",\"cursor\":\"%d\"}";

    private final RealtimeHub hub;
    private final RealtimeTickets tickets;
    private final TypingRelay typing;
    private final EventLog log;
    private final UnitOfWork units;
    private final RealtimeConfig config;
    private final SecurityIdentity identity;
    private final Map<String, RealtimeSession> open = new ConcurrentHashMap<>();

    RealtimeSocket(
            RealtimeHub hub,
            RealtimeTickets tickets,
            TypingRelay typing,
            EventLog log,
            UnitOfWork units,
            RealtimeConfig config,
            SecurityIdentity identity) {
        this.hub = hub;
        this.tickets = tickets;
        this.typing = typing;
        this.log = log;
        this.units = units;
        this.config = config;
        this.identity = identity;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        Caller caller = Caller.find(identity).orElseThrow();
        String nonce = connection.handshakeRequest().header("X-Ticket-Nonce");
        return tickets.use(caller.requiredTenant().id(), nonce)
                .flatMap(fresh -> fresh ? begin(connection, caller) : connection.close(TICKET_USED))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            "Socket %s cannot begin: %s",
                            connection.id(), failure.getClass().getSimpleName());
                    return connection.close(NOT_NOW);
                });
    }

    private Uni<Void> begin(WebSocketConnection connection, Caller caller) {
        RealtimeSession session = new RealtimeSession(connection, caller, config.maxWaiting());
        open.put(connection.id(), session);
        String after = after(connection.handshakeRequest().query());
        return hub.join(session)
                .flatMap(head -> after == null
                        ? Uni.createFrom().voidItem().invoke(() -> session.send(READY.formatted(head)))
                        : resume(session, after, head))
                .invoke(session::caughtUp);
    }

    private Uni<Void> resume(RealtimeSession session, String after, long head) {
        OptionalLong position = position(after);
        return position.isEmpty()
                ? resync(session, head)
                : resume(session, position.getAsLong(), head, config.maxResumed());
    }

    private Uni<Void> resume(RealtimeSession session, long position, long head, int left) {
        if (left <= 0) {
            return resync(session, head);
        }
        return units.as(session.tenantId(), () -> log.readAfter(position, config.resumeBatch()))
                .flatMap((LogPage page) -> {
                    if (!page.complete()) {
                        return resync(session, head);
                    }
                    page.events().forEach(event -> session.replay(RealtimeEvent.of(event)));
                    if (page.events().size() < config.resumeBatch()) {
                        session.send(READY.formatted(lastOf(page, position)));
                        return Uni.createFrom().voidItem();
                    }
                    return resume(
                            session,
                            lastOf(page, position),
                            head,
                            left - page.events().size());
                });
    }

    private static long lastOf(LogPage page, long before) {
        return page.events().isEmpty()
                ? before
                : page.events().stream().mapToLong(LoggedEvent::position).max().orElse(before);
    }

    private static Uni<Void> resync(RealtimeSession session, long head) {
        session.send(RESYNC.formatted(head));
        return Uni.createFrom().voidItem();
    }

    private static OptionalLong position(String cursor) {
        try {
            return OptionalLong.of(Long.parseLong(cursor));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static @Nullable String after(@Nullable String query) {
        Matcher matcher = AFTER.matcher(query == null ? "" : query);
        return matcher.find() ? URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8) : null;
    }

    @OnTextMessage
    Uni<Void> hear(String message, WebSocketConnection connection) {
        RealtimeSession session = open.get(connection.id());
        return session == null ? Uni.createFrom().voidItem() : typing.pass(session, message);
    }

    @OnClose
    void close(WebSocketConnection connection) {
        RealtimeSession session = open.remove(connection.id());
        if (session != null) {
            hub.leave(session);
            session.forget();
        }
    }

    @OnError
    void fail(Throwable failure, WebSocketConnection connection) {
        LOG.warnf("Socket %s failed: %s", connection.id(), failure.getClass().getSimpleName());
        connection.close(CloseReason.INTERNAL_SERVER_ERROR).subscribe().with(done -> {}, gone -> {});
    }
}
