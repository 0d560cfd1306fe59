package dev.tertulia.messaging.label;

import dev.tertulia.platform.web.ProblemType;

enum LabelProblem implements ProblemType {
    NOT_FOUND("label-not-found", 404, "No such label"),
    NAME_TAKEN("label-name-taken", 409, "Another label has this name already");

    private final String code;
    private final int status;
    private final String title;

    LabelProblem(String code, int status, String title) {
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
