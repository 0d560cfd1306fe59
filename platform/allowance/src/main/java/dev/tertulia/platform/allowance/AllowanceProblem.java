package dev.tertulia.platform.allowance;

import dev.tertulia.platform.web.ProblemType;

/** Why nothing more can be used. */
public enum AllowanceProblem implements ProblemType {
    LIMIT_REACHED("limit-reached", 403, "A limit of the plan is reached");

    private final String code;
    private final int status;
    private final String title;

    AllowanceProblem(String code, int status, String title) {
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
