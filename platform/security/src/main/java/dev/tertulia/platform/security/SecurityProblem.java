package dev.tertulia.platform.security;

import dev.tertulia.platform.web.ProblemType;

/** Why a caller was turned away. */
enum SecurityProblem implements ProblemType {
    PERMISSION_MISSING("permission-missing", 403, "A permission is missing"),
    FEATURE_OFF("feature-off", 403, "The feature is switched off"),
    TENANT_REQUIRED("tenant-required", 400, "Say in which tenant"),
    UNVERIFIABLE("identity-unverifiable", 503, "Who is calling cannot be verified at the moment");

    private final String code;
    private final int status;
    private final String title;

    SecurityProblem(String code, int status, String title) {
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
