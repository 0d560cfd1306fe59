package dev.tertulia.messaging.quickreply;

import dev.tertulia.platform.web.ProblemType;

enum QuickReplyProblem implements ProblemType {
    NOT_FOUND("quick-reply-not-found", 404, "No such quick reply, or not yours"),
    NOT_YOURS_TO_SHARE("permission-missing", 403, "A permission is missing"),
    SHORTCUT_TAKEN("quick-reply-shortcut-taken", 409, "Another quick reply has this shortcut already");

    private final String code;
    private final int status;
    private final String title;

    QuickReplyProblem(String code, int status, String title) {
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
