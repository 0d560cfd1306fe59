package dev.tertulia.contact.directory;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a contact. */
public enum ContactProblem implements ProblemType {
    NOT_FOUND("contact-not-found", 404, "No such contact"),
    MERGED("contact-merged", 409, "The contact was merged into another");

    private final String code;
    private final int status;
    private final String title;

    ContactProblem(String code, int status, String title) {
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
