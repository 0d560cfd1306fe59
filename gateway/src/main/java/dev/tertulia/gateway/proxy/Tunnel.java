package dev.tertulia.gateway.proxy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/**
 * A caller's socket joined to the service's: frames pass as they are, each side is read only as fast as the other takes
 * them, and the end of one ends the other. Lives on the event loop of the caller's connection.
 */
final class Tunnel {
    private static final Buffer NOTHING = Buffer.buffer();
    private static final int MAX_REASON_BYTES = 123;
    private static final int SILENT_PINGS = 3;

    private final Vertx vertx;
    private final ServerWebSocket caller;
    private final WebSocket service;
    private final SocketConfig config;
    private final Context context;

    private Runnable onEnd = () -> {};
    private long pingTimer = -1;
    private long ageTimer = -1;
    private long callerHeardNanos = System.nanoTime();
    private long serviceHeardNanos = System.nanoTime();
    private boolean over;

    Tunnel(Vertx vertx, ServerWebSocket caller, WebSocket service, SocketConfig config) {
        this.vertx = vertx;
        this.caller = caller;
        this.service = service;
        this.config = config;
        this.context = vertx.getOrCreateContext();
    }

    /** Lets the frames flow.
     *
     * @param onEnd what to do once, when either side or the gateway has ended it
     */
    void open(Runnable onEnd) {
        this.onEnd = onEnd;
        caller.frameHandler(frame -> {
            callerHeardNanos = System.nanoTime();
            pass(frame, caller, service);
        });
        service.frameHandler(frame -> {
            serviceHeardNanos = System.nanoTime();
            pass(frame, service, caller);
        });
        caller.pongHandler(pong -> callerHeardNanos = System.nanoTime());
        service.pongHandler(pong -> serviceHeardNanos = System.nanoTime());
        // What is wrong with a connection shows in its end.
        caller.exceptionHandler(failure -> {});
        service.exceptionHandler(failure -> {});
        caller.closeHandler(closed -> end(service, caller.closeStatusCode(), caller.closeReason(), 1001));
        service.closeHandler(closed -> end(caller, service.closeStatusCode(), service.closeReason(), 1012));
        if (caller.isClosed() || service.isClosed()) {
            close(Closing.SILENT);
            return;
        }
        pingTimer = vertx.setPeriodic(config.pingEvery().toMillis(), due -> askForSignsOfLife());
        ageTimer = vertx.setTimer(config.maxAge().toMillis(), due -> close(Closing.TOO_OLD));
        caller.resume();
        service.resume();
    }

    /** Ends both sides with a reason of ours; does nothing when they have ended. */
    void close(Closing why) {
        if (!over) {
            finish();
            caller.close(why.code(), why.reason());
            service.close((short) 1001);
        }
    }

    /** The same from any thread. */
    void closeFromOutside(Closing why) {
        context.runOnContext(onLoop -> close(why));
    }

    private void pass(WebSocketFrame frame, WebSocketBase from, WebSocketBase to) {
        // Pings are answered by each connection for itself.
        if (over || !(frame.isText() || frame.isBinary() || frame.isContinuation())) {
            return;
        }
        to.writeFrame(frame);
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
        }
    }

    private void askForSignsOfLife() {
        long silent = config.pingEvery().multipliedBy(SILENT_PINGS).toNanos();
        long now = System.nanoTime();
        if (now - callerHeardNanos > silent || now - serviceHeardNanos > silent) {
            close(Closing.SILENT);
            return;
        }
        caller.writePing(NOTHING);
        service.writePing(NOTHING);
    }

    private void end(WebSocketBase other, @Nullable Short code, @Nullable String reason, int codeOfSilence) {
        if (over) {
            return;
        }
        finish();
        if (code != null && mayBeSent(code)) {
            other.close(code, reason == null || reason.length() > MAX_REASON_BYTES ? "" : reason);
        } else {
            other.close((short) codeOfSilence);
        }
    }

    /** Some codes only say that there was none (RFC 6455, 7.4.1). */
    private static boolean mayBeSent(short code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }

    private void finish() {
        over = true;
        vertx.cancelTimer(pingTimer);
        vertx.cancelTimer(ageTimer);
        onEnd.run();
    }
}
