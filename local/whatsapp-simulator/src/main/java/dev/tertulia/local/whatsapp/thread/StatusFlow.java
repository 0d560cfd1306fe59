package dev.tertulia.local.whatsapp.thread;

import dev.tertulia.local.whatsapp.number.Behaviour;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.webhook.Change;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what a business has sent through its states, and tells the business of each. */
@ApplicationScoped
public class StatusFlow {

    private static final long LONGEST_WAIT_MS = 5_000;

    private final Threads threads;
    private final Webhooks webhooks;
    private final Vertx vertx;
    private final Clock clock;

    StatusFlow(Threads threads, Webhooks webhooks, Vertx vertx, Clock clock) {
        this.threads = threads;
        this.webhooks = webhooks;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Begins with an accepted message: sent, delivered and read after the waits of the number's behaviour. */
    public void begin(BusinessNumber number, ThreadMessage message) {
        after(number.behaviour().drawSent(), () -> {
            tell(number, message, MessageState.SENT, null);
            after(number.behaviour().drawDelivered(), () -> delivered(number, message));
        });
    }

    /** Tells the business of an accepted message that it failed. */
    public void beginFailing(BusinessNumber number, ThreadMessage message, ThreadMessage.Reason reason) {
        after(number.behaviour().drawSent(), () -> {
            if (threads.fail(message, reason) && !number.behaviour().noStatuses()) {
                webhooks.send(
                        number,
                        Change.status(number.registration(), status(message, "failed", clock.instant(), reason)),
                        null);
            }
        });
    }

    /** Tells the business sent and delivered at once; the future ends when it has heard of both, or after five seconds. */
    public Future<Void> beginBeforeAnswer(BusinessNumber number, ThreadMessage message) {
        Promise<Void> heard = Promise.promise();
        if (number.behaviour().noStatuses()) {
            return Future.succeededFuture();
        }
        tell(number, message, MessageState.SENT, null);
        tell(number, message, MessageState.DELIVERED, taken -> heard.tryComplete());
        vertx.setTimer(LONGEST_WAIT_MS, id -> heard.tryComplete());
        return heard.future().onComplete(done -> readByItself(number, message));
    }

    /** The customer looks at the thread: all that the business sent is seen and, with receipts on, read. */
    public void seen(BusinessNumber number, String waId) {
        for (ThreadMessage message : List.copyOf(threads.messages(number, waId))) {
            if (message.isUnseen()
                    && threads.see(message)
                    && !number.behaviour().noReadReceipts()) {
                tell(number, message, MessageState.SENT, null);
                tell(number, message, MessageState.DELIVERED, null);
                tell(number, message, MessageState.READ, null);
            }
        }
    }

    /** The customer listens to a voice note. */
    public void played(BusinessNumber number, ThreadMessage message) {
        if (!number.behaviour().noReadReceipts()) {
            tell(number, message, MessageState.PLAYED, null);
        }
    }

    private void delivered(BusinessNumber number, ThreadMessage message) {
        tell(number, message, MessageState.DELIVERED, null);
        readByItself(number, message);
    }

    private void readByItself(BusinessNumber number, ThreadMessage message) {
        Behaviour behaviour = number.behaviour();
        if (!behaviour.readOnlyWhenOpened() && !behaviour.noReadReceipts()) {
            after(behaviour.drawRead(), () -> {
                threads.see(message);
                tell(number, message, MessageState.READ, null);
            });
        }
    }

    private void tell(
            BusinessNumber number, ThreadMessage message, MessageState state, @Nullable Consumer<Boolean> whenDone) {
        boolean news = threads.advance(message, state);
        if (news && !number.behaviour().noStatuses()) {
            Change.Status status = status(message, state.wireName(), clock.instant(), null);
            webhooks.send(number, Change.status(number.registration(), status), whenDone);
        } else if (whenDone != null) {
            whenDone.accept(false);
        }
    }

    private static Change.Status status(
            ThreadMessage message, String state, Instant at, ThreadMessage.@Nullable Reason error) {
        return new Change.Status(
                message.id(),
                state,
                at,
                message.waId(),
                message.category(),
                message.callbackData(),
                error == null ? null : error.code(),
                error == null ? null : error.title(),
                error == null ? null : error.details());
    }

    private void after(long delayMs, Runnable step) {
        if (delayMs <= 0) {
            step.run();
        } else {
            vertx.setTimer(delayMs, id -> step.run());
        }
    }
}
