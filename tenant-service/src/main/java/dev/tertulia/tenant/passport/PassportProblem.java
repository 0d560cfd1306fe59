package dev.tertulia.tenant.passport;

import dev.tertulia.platform.web.ProblemType;

/** Why no passport is issued. */
enum PassportProblem implements ProblemType {
    GATEWAY_ONLY("gateway-only", 401, "Only the gateway may ask this"),
    NOT_A_MEMBER("not-a-member", 403, "Not a member"),
    TENANT_AMBIGUOUS("tenant-ambiguous", 400, "Say in which tenant"),
    TENANT_CANCELLED("tenant-cancelled", 403, "The tenant was cancelled"),
    TENANT_UNKNOWN("tenant-unknown", 403, "No such tenant"),
    SECOND_FACTOR_REQUIRED("second-factor-required", 403, "A second factor is required"),
    SIGN_IN_AGAIN("sign-in-again", 401, "Sign in again");

    private final String code;
    private final int status;
    private final String title;

    PassportProblem(String code, int status, String title) {
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
