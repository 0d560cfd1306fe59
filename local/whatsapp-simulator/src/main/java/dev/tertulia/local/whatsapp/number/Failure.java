package dev.tertulia.local.whatsapp.number;

import org.jspecify.annotations.Nullable;

/**
 * A rule by which calls of the Graph API fail. Without {@code probability} and {@code next} every call does.
 *
 * @param code Meta's error code, for instance 130429; absent with an {@code httpStatus} for an outage that says nothing useful
 * @param httpStatus overrides the status that usually comes with the code
 * @param probability 0 to 1, drawn for each call
 * @param next how many calls still fail; then the rule is spent
 * @param to only messages to this customer
 * @param details overrides {@code error_data.details}
 * @param how what the business gets to see
 * @param accepted whether the message is accepted (and delivered) in spite of the failure, so that the business cannot know
 * @param retryAfterSeconds sent as {@code Retry-After}
 * @param on which calls: {@code messages} (default), {@code media}, {@code account} or {@code all}
 */
public record Failure(
        @Nullable Integer code,
        @Nullable Integer httpStatus,
        @Nullable Double probability,
        @Nullable Integer next,
        @Nullable String to,
        @Nullable String details,
        @Nullable How how,
        boolean accepted,
        @Nullable Integer retryAfterSeconds,
        @Nullable On on) {

    /** What the business gets to see. */
    public enum How {
        /** The error as an answer. */
        ANSWER,
        /** A 200, and later a status {@code failed} with the error. */
        STATUS,
        /** An HTML page with the status, as a proxy before Meta's servers sends it. */
        HTML,
        /** A status with an empty JSON object. */
        EMPTY,
        /** The connection is closed without an answer. */
        CUT,
        /** Nothing, until the caller gives up. */
        HANG
    }

    /** Which calls fail. */
    public enum On {
        MESSAGES,
        MEDIA,
        ACCOUNT,
        ALL
    }

    public Failure {
        if (code == null && httpStatus == null && (how == null || how == How.ANSWER || how == How.STATUS)) {
            throw new InvalidValue("failWith needs a code or an httpStatus");
        }
        if (how == How.STATUS && code == null) {
            throw new InvalidValue("failWith by status needs a code");
        }
        if (httpStatus != null && (httpStatus < 400 || httpStatus > 599)) {
            throw new InvalidValue("failWith.httpStatus is 400 to 599");
        }
        if (probability != null && !(probability >= 0 && probability <= 1)) {
            throw new InvalidValue("failWith.probability is 0 to 1");
        }
        if (next != null && next < 0) {
            throw new InvalidValue("failWith.next is not negative");
        }
    }

    /** {@link How#ANSWER} unless said otherwise. */
    public How manner() {
        return how == null ? How.ANSWER : how;
    }

    boolean concerns(On call, @Nullable String customer) {
        On wanted = on == null ? On.MESSAGES : on;
        return (wanted == On.ALL || wanted == call) && (to == null || to.equals(customer));
    }
}
