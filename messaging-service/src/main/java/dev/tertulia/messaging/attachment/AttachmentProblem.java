package dev.tertulia.messaging.attachment;

import dev.tertulia.platform.web.ProblemType;

enum AttachmentProblem implements ProblemType {
    NOT_FOUND("attachment-not-found", 404, "No such file"),
    NOT_STORED("attachment-not-stored", 409, "The file is not here"),
    TOO_LARGE("attachment-too-large", 413, "The file is too large"),
    RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416, "The file has no such range");

    private final String code;
    private final int status;
    private final String title;

    AttachmentProblem(String code, int status, String title) {
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
