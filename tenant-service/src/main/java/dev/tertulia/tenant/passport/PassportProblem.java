package dev.tertulia.tenant.passport;

import dev.tertulia.platform.web.ProblemType;

/** Why no passport is issued. */
enum PassportProblem implements ProblemType {
    GATEWAY_ONLY("gateway-only", 401, "Only the gateway may ask this"),
    NOT_A_MEMBER("not-a-member", 403, "Not a member"),
    TENANT_AMBIGUOUS("tenant-ambiguous", 400, "Say in which tenant"),
    TENANT_CANCELLED("tenant-cancelled", 403, "The tenant was cancelled"),
    TENANT_UNKNOWN("tenant-unknown", 403, "No such tenant"),
    SIGNED_IN_FOR_ANOTHER("signed-in-for-another-tenant", 403, "Signed in by another tenant's identity provider"),
    SIGN_IN_NOT_ACCEPTED("own-sign-in-not-accepted", 403, "The tenant's identity provider is not believed"),
    OWN_SIGN_IN_REQUIRED("own-sign-in-required", 403, "Sign in by the tenant's own identity provider"),
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
