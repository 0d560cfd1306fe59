package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A customer as one number knows them. Guarded by the {@link ThreadBook} it is in. */
public final class Customer {

    static final Duration WINDOW = Duration.ofHours(24);

    /**
     * A customer as it is now.
     *
     * @param windowEndsAt until when the business may write freely; absent when the customer never wrote
     * @param unseen messages of the business that the customer has not looked at
     * @param typingUntil until when the business is shown as typing
     * @param reachable whether the customer has WhatsApp; if not, messages fail with 131026
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String waId,
            @Nullable String name,
            boolean reachable,
            @Nullable Instant lastInboundAt,
            @Nullable Instant windowEndsAt,
            int unseen,
            @Nullable Instant typingUntil,
            ThreadMessage.@Nullable View lastMessage) {}

    final String waId;
    final Deque<ThreadMessage> messages = new ArrayDeque<>(4);

    @Nullable
    String name;

    boolean reachable = true;

    @Nullable
    Instant lastInboundAt;

    @Nullable
    Instant typingUntil;

    Customer(String waId) {
        this.waId = waId;
    }

    boolean windowIsOpen(Instant now) {
        return lastInboundAt != null && now.isBefore(lastInboundAt.plus(WINDOW));
    }

    View view(Instant now) {
        ThreadMessage last = messages.peekLast();
        return new View(
                waId,
                name,
                reachable,
                lastInboundAt,
                lastInboundAt == null ? null : lastInboundAt.plus(WINDOW),
                (int) messages.stream().filter(ThreadMessage::isUnseen).count(),
                typingUntil != null && typingUntil.isAfter(now) ? typingUntil : null,
                last == null ? null : last.view());
    }
}
