package dev.tertulia.tenant.tenant;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a tenant. */
public enum TenantProblem implements ProblemType {
    NOT_FOUND("tenant-not-found", 404, "No such tenant"),
    SLUG_TAKEN("slug-taken", 409, "The slug belongs to another tenant"),
    DOMAIN_TAKEN("domain-taken", 409, "The domain belongs to another tenant"),
    NOT_CANCELLED("tenant-not-cancelled", 409, "The tenant is not cancelled"),
    STANDING_NOT_POSSIBLE("standing-not-possible", 409, "The tenant cannot come to stand so");

    private final String code;
    private final int status;
    private final String title;

    TenantProblem(String code, int status, String title) {
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
