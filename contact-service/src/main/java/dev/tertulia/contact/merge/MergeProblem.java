package dev.tertulia.contact.merge;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a merge. */
enum MergeProblem implements ProblemType {
    NOT_FOUND("contact-merge-not-found", 404, "No such merge"),
    BURIED("contact-merge-buried", 409, "A later merge stands upon this one");

    private final String code;
    private final int status;
    private final String title;

    MergeProblem(String code, int status, String title) {
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
