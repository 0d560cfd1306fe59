package dev.tertulia.local.whatsapp.webhook;

import io.vertx.core.buffer.Buffer;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits to be posted.
 *
 * @param sequence its place among the number's changes
 * @param change Meta's bytes of it
 * @param sinceMs when it came up; from then on it is tried for a limited time
 * @param dueMs not before
 * @param refusals how often the business has refused just it
 * @param alone not together with others, since one of those may be what was refused
 * @param whenDone told once: whether the business took it
 */
record PendingWebhook(
        long sequence,
        Buffer change,
        long sinceMs,
        long dueMs,
        int refusals,
        boolean alone,
        @Nullable Consumer<Boolean> whenDone) {

    static final Comparator<PendingWebhook> ORDER =
            Comparator.comparingLong(PendingWebhook::dueMs).thenComparingLong(PendingWebhook::sequence);

    PendingWebhook apart(long due) {
        return new PendingWebhook(sequence, change, sinceMs, due, refusals, true, whenDone);
    }

    PendingWebhook refused(long due) {
        return new PendingWebhook(sequence, change, sinceMs, due, refusals + 1, true, whenDone);
    }

    void done(boolean taken) {
        Consumer<Boolean> listener = whenDone;
        if (listener != null) {
            listener.accept(taken);
        }
    }
}
