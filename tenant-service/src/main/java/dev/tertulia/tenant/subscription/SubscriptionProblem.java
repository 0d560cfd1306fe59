package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.web.ProblemType;

/** Why a subscription cannot be changed so. */
enum SubscriptionProblem implements ProblemType {
    NOT_SELF_SERVICE("plan-not-self-service", 403, "The plan is arranged with those who run this installation"),
    ON_HOLD("subscription-on-hold", 409, "A suspended tenant does not change its plan"),
    LIMIT_NOT_FOUND("limit-not-found", 404, "No such limit");

    private final String code;
    private final int status;
    private final String title;

    SubscriptionProblem(String code, int status, String title) {
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
