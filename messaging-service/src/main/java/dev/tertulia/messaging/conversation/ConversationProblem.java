package dev.tertulia.messaging.conversation;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a request about a conversation. */
public enum ConversationProblem implements ProblemType {
    NOT_FOUND("conversation-not-found", 404, "No such conversation, or none that you may see"),
    MESSAGE_NOT_FOUND("message-not-found", 404, "No such message in this conversation"),
    NOT_YOURS_TO_ASSIGN(
            "conversation-not-yours-to-assign",
            403,
            "Agents hand over what is theirs or nobody's, and not a colleague's"),
    RESOLVED("conversation-resolved", 409, "The conversation is resolved: reopen it first");

    private final String code;
    private final int status;
    private final String title;

    ConversationProblem(String code, int status, String title) {
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
