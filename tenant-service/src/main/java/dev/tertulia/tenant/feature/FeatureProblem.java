package dev.tertulia.tenant.feature;

import dev.tertulia.platform.web.ProblemType;

/** Why a feature cannot be switched. */
enum FeatureProblem implements ProblemType {
    NOT_FOUND("feature-not-found", 404, "No such feature"),
    NOT_IN_PLAN("feature-not-in-plan", 403, "The plan does not have the feature");

    private final String code;
    private final int status;
    private final String title;

    FeatureProblem(String code, int status, String title) {
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
