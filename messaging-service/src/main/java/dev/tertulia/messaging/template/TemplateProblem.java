package dev.tertulia.messaging.template;

import dev.tertulia.platform.web.ProblemType;

enum TemplateProblem implements ProblemType {
    CHANNEL_NOT_FOUND("channel-not-found", 404, "No such channel"),
    NOT_AVAILABLE("templates-not-available", 409, "The channel has no business account whose templates could be read"),
    SYNC_FAILED("template-sync-failed", 502, "The provider does not give out the templates");

    private final String code;
    private final int status;
    private final String title;

    TemplateProblem(String code, int status, String title) {
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
