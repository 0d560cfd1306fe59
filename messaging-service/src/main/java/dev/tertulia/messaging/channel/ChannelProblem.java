package dev.tertulia.messaging.channel;

import dev.tertulia.platform.web.ProblemType;

enum ChannelProblem implements ProblemType {
    NOT_FOUND("channel-not-found", 404, "No such channel"),
    ACCOUNT_TAKEN("channel-account-taken", 409, "Another channel of yours has this account already");

    private final String code;
    private final int status;
    private final String title;

    ChannelProblem(String code, int status, String title) {
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
