package dev.tertulia.local.whatsapp.thread;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells open pages that a thread has changed, not how: they read it again. So a notice that gets lost or is told once for
 * a hundred changes does no harm, and a load run costs the pages nothing.
 */
@ApplicationScoped
public class LiveUpdates {

    private static final int NOTICES_AT_ONCE = 1_000;
    private static final long GATHER_MS = 80;

    /** What has changed: a customer's thread, or without a customer something about the number or all of it. */
    public record Notice(String phoneNumberId, @Nullable String waId) {}

    private final Vertx vertx;
    private final BroadcastProcessor<Notice> notices = BroadcastProcessor.create();
    private final Set<Notice> gathered = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger listeners = new AtomicInteger();

    LiveUpdates(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Notes a change of a thread, or of the number as a whole. */
    public void changed(String phoneNumberId, @Nullable String waId) {
        if (listeners.get() == 0) {
            return;
        }
        gathered.add(
                gathered.size() < NOTICES_AT_ONCE ? new Notice(phoneNumberId, waId) : new Notice(phoneNumberId, null));
        if (armed.compareAndSet(false, true)) {
            vertx.setTimer(GATHER_MS, id -> tell());
        }
    }

    /** All notices from now on. */
    public Multi<Notice> stream() {
        return notices.onOverflow()
                .drop()
                .onSubscription()
                .invoke(listeners::incrementAndGet)
                .onTermination()
                .invoke(listeners::decrementAndGet);
    }

    private void tell() {
        armed.set(false);
        Iterator<Notice> each = gathered.iterator();
        while (each.hasNext()) {
            Notice notice = each.next();
            each.remove();
            notices.onNext(notice);
        }
    }
}
