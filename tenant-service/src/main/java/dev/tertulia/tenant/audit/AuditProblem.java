package dev.tertulia.tenant.audit;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with looking at the audit. */
enum AuditProblem implements ProblemType {
    NOT_FOUND("audit-entry-not-found", 404, "No such audit entry"),
    VERIFICATIONS_UNDER_WAY("verifications-under-way", 429, "Other verifications are under way");

    private final String code;
    private final int status;
    private final String title;

    AuditProblem(String code, int status, String title) {
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
