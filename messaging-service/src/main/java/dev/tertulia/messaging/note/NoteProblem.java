package dev.tertulia.messaging.note;

import dev.tertulia.platform.web.ProblemType;

enum NoteProblem implements ProblemType {
    NOT_FOUND("note-not-found", 404, "No such note"),
    NOT_YOURS("note-not-yours", 403, "Only its author changes a note");

    private final String code;
    private final int status;
    private final String title;

    NoteProblem(String code, int status, String title) {
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
