package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with erasing a tenant. */
enum ErasureProblem implements ProblemType {
    NOT_FOUND("erasure-not-found", 404, "No such erasure"),
    EXPORT_MISSING("export-missing", 409, "The tenant was not exported whole");

    private final String code;
    private final int status;
    private final String title;

    ErasureProblem(String code, int status, String title) {
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
