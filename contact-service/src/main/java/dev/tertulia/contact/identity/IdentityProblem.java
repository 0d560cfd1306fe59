package dev.tertulia.contact.identity;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with identities. */
public enum IdentityProblem implements ProblemType {
    IDENTITY_NOT_FOUND("identity-not-found", 404, "No such identity"),
    IDENTITY_TAKEN("identity-taken", 409, "Another contact has this identity");

    private final String code;
    private final int status;
    private final String title;

    IdentityProblem(String code, int status, String title) {
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
