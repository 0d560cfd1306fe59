package dev.tertulia.tenant.identity.reconciliation;

import dev.tertulia.platform.web.ProblemType;

/** Why nothing is compared. */
enum ReconciliationProblem implements ProblemType {
    UNDER_WAY("reconciliation-under-way", 409, "Another is at it");

    private final String code;
    private final int status;
    private final String title;

    ReconciliationProblem(String code, int status, String title) {
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
