package dev.tertulia.messaging.sending;

import dev.tertulia.platform.web.ProblemType;

/** Why something cannot be said. */
enum SendingProblem implements ProblemType {
    CONVERSATION_NOT_FOUND("conversation-not-found", 404, "No such conversation"),
    CHANNEL_NOT_FOUND("channel-not-found", 404, "No such channel"),
    MESSAGE_NOT_FOUND("message-not-found", 404, "No such message"),
    TENANT_SUSPENDED("tenant-suspended", 403, "The organisation is suspended and cannot send"),
    REPLY_WINDOW_CLOSED("reply-window-closed", 409, "The customer has not written for too long"),
    CHANNEL_DISABLED("channel-disabled", 409, "The channel is switched off"),
    CHANNEL_REMOVED("channel-removed", 409, "The channel was removed"),
    CONTACT_BLOCKED("contact-blocked", 409, "The contact is blocked"),
    CONVERSATION_SUPERSEDED("conversation-superseded", 409, "The contact has a newer open conversation"),
    CONVERSATION_TAKEN("conversation-taken", 409, "Somebody else is talking with this contact"),
    NOT_QUEUED("message-not-queued", 409, "The message is on its way and cannot be taken back"),
    NOT_TO_BE_RETRIED("message-not-retryable", 409, "Only a message that failed or is unknown is sent again"),
    RETRIED_ALREADY("message-retried-already", 409, "The message was sent again already");

    private final String code;
    private final int status;
    private final String title;

    SendingProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
