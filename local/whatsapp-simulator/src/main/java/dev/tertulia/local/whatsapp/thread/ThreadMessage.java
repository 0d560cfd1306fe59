package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message of a thread. What changes about it changes under its own lock. */
public final class ThreadMessage {

    /** Why a message failed, in Meta's terms. */
    public record Reason(int code, String title, String details) {}

    /** The message as it is now; {@code content} is JSON: the part named as the type, and {@code rendered} for templates. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            String phoneNumberId,
            String waId,
            boolean fromCustomer,
            String type,
            @JsonRawValue String content,
            @Nullable String replyToId,
            Instant at,
            MessageState state,
            @Nullable Reason error,
            @Nullable String customerReaction,
            @Nullable String businessReaction,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            boolean seen,
            String category,
            @Nullable String callbackData) {}

    private final View original;
    private String content;
    private MessageState state;
    private @Nullable Reason error;
    private @Nullable String customerReaction;
    private @Nullable String businessReaction;
    private @Nullable Instant editedAt;
    private @Nullable Instant deletedAt;
    private boolean seen;

    /** A message as the view says. */
    public ThreadMessage(View view) {
        this.original = view;
        this.content = view.content();
        this.state = view.state();
        this.error = view.error();
        this.customerReaction = view.customerReaction();
        this.businessReaction = view.businessReaction();
        this.editedAt = view.editedAt();
        this.deletedAt = view.deletedAt();
        this.seen = view.seen();
    }

    /** A message that the customer writes. */
    public static ThreadMessage fromCustomer(
            String id,
            String numberId,
            String waId,
            String type,
            String content,
            @Nullable String replyToId,
            Instant at) {
        return new ThreadMessage(new View(
                id,
                numberId,
                waId,
                true,
                type,
                content,
                replyToId,
                at,
                MessageState.ACCEPTED,
                null,
                null,
                null,
                null,
                null,
                true,
                "service",
                null));
    }

    /** A message that the business sends; {@code category} is the one it is billed under. */
    public static ThreadMessage fromBusiness(
            String id,
            String numberId,
            String waId,
            String type,
            String content,
            @Nullable String replyToId,
            Instant at,
            String category,
            @Nullable String callbackData) {
        return new ThreadMessage(new View(
                id,
                numberId,
                waId,
                false,
                type,
                content,
                replyToId,
                at,
                MessageState.ACCEPTED,
                null,
                null,
                null,
                null,
                null,
                false,
                category,
                callbackData));
    }

    public String id() {
        return original.id();
    }

    public String numberId() {
        return original.phoneNumberId();
    }

    public String waId() {
        return original.waId();
    }

    public boolean isFromCustomer() {
        return original.fromCustomer();
    }

    public String type() {
        return original.type();
    }

    public String category() {
        return original.category();
    }

    public @Nullable String callbackData() {
        return original.callbackData();
    }

    public Instant at() {
        return original.at();
    }

    public synchronized MessageState state() {
        return state;
    }

    synchronized boolean advance(MessageState next) {
        if (!state.canBecome(next)) {
            return false;
        }
        state = next;
        return true;
    }

    synchronized boolean fail(Reason reason) {
        if (!advance(MessageState.FAILED)) {
            return false;
        }
        error = reason;
        return true;
    }

    synchronized boolean see() {
        boolean first = !seen;
        seen = true;
        return first;
    }

    /** Takes over what may have changed since an earlier view of the same message. */
    synchronized void restore(View later) {
        content = later.content();
        state = later.state();
        error = later.error();
        customerReaction = later.customerReaction();
        businessReaction = later.businessReaction();
        editedAt = later.editedAt();
        deletedAt = later.deletedAt();
        seen = later.seen();
    }

    synchronized void react(boolean byCustomer, String emoji) {
        String now = emoji.isEmpty() ? null : emoji;
        if (byCustomer) {
            customerReaction = now;
        } else {
            businessReaction = now;
        }
    }

    synchronized void complete(String fullerContent) {
        content = fullerContent;
    }

    synchronized void edit(String newContent, Instant when) {
        content = newContent;
        editedAt = when;
    }

    synchronized void delete(Instant when) {
        content = "{}";
        deletedAt = when;
    }

    synchronized boolean isUnseen() {
        return !original.fromCustomer() && !seen && state != MessageState.FAILED;
    }

    public synchronized View view() {
        return new View(
                original.id(),
                original.phoneNumberId(),
                original.waId(),
                original.fromCustomer(),
                original.type(),
                content,
                original.replyToId(),
                original.at(),
                state,
                error,
                customerReaction,
                businessReaction,
                editedAt,
                deletedAt,
                seen,
                original.category(),
                original.callbackData());
    }
}
