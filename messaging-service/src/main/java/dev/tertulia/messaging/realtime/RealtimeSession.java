package dev.tertulia.messaging.realtime;

import dev.tertulia.messaging.conversation.ConversationVisibility;
import dev.tertulia.platform.security.Caller;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * One open socket. While it catches up on what it missed, live events wait behind; what was caught up on is not sent
 * again. A client that takes too slowly is closed rather than kept in memory.
 */
final class RealtimeSession {
    private static final Logger LOG = Logger.getLogger(RealtimeSession.class);
    /** "Try again later": the client resumes with its cursor. */
    static final CloseReason TOO_SLOW = new CloseReason(1013, "Too slow: resume with the last cursor");

    private final WebSocketConnection connection;
    private final Caller caller;
    private final ConversationVisibility visibility;
    private final int maxWaiting;
    private final Queue<RealtimeEvent> live = new ArrayDeque<>();
    private final Queue<String> outgoing = new ArrayDeque<>();
    private boolean catchingUp = true;
    private boolean sending;
    private boolean closed;
    private long sentTo;
    private long lastTypingNanos = Long.MIN_VALUE / 2;

    RealtimeSession(WebSocketConnection connection, Caller caller, int maxWaiting) {
        this.connection = connection;
        this.caller = caller;
        this.visibility = ConversationVisibility.of(caller);
        this.maxWaiting = maxWaiting;
    }

    UUID tenantId() {
        return caller.requiredTenant().id();
    }

    Caller caller() {
        return caller;
    }

    ConversationVisibility visibility() {
        return visibility;
    }

    /** A live event; in order of position. */
    synchronized void tell(RealtimeEvent event) {
        if (closed || event.position() <= sentTo) {
            return;
        }
        if (catchingUp) {
            live.add(event);
            if (live.size() > maxWaiting) {
                close(TOO_SLOW);
            }
        } else {
            pass(event);
        }
    }

    /** An event that was missed; in order of position. */
    synchronized void replay(RealtimeEvent event) {
        pass(event);
    }

    /** From here on events are live; those that came meanwhile and were not caught up on go out now. */
    synchronized void caughtUp() {
        catchingUp = false;
        for (RealtimeEvent event = live.poll(); event != null; event = live.poll()) {
            if (event.position() > sentTo) {
                pass(event);
            }
        }
    }

    private void pass(RealtimeEvent event) {
        sentTo = event.position();
        if (event.isFor(visibility)) {
            send(event.text());
        }
    }

    /** Sends one after the other: the next when the socket has taken the former. */
    synchronized void send(String text) {
        if (closed) {
            return;
        }
        if (outgoing.size() >= maxWaiting) {
            close(TOO_SLOW);
            return;
        }
        outgoing.add(text);
        if (!sending) {
            sendNext();
        }
    }

    private synchronized void sendNext() {
        String next = outgoing.poll();
        if (next == null || closed) {
            sending = false;
            return;
        }
        sending = true;
        connection.sendText(next).subscribe().with(sent -> sendNext(), failure -> {
            LOG.debugf("Socket %s is gone", connection.id());
            close(CloseReason.INTERNAL_SERVER_ERROR);
        });
    }

    /** Whether this client's typing may be passed on now. */
    synchronized boolean mayType(long nowNanos, long intervalNanos) {
        if (nowNanos - lastTypingNanos < intervalNanos) {
            return false;
        }
        lastTypingNanos = nowNanos;
        return true;
    }

    /** The socket is closed already: nothing is sent to it any more. */
    synchronized void forget() {
        closed = true;
        live.clear();
        outgoing.clear();
    }

    synchronized void close(CloseReason reason) {
        if (!closed) {
            forget();
            connection
                    .close(reason)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("Socket %s is gone", connection.id()));
        }
    }
}
