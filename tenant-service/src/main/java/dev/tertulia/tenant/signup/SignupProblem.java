package dev.tertulia.tenant.signup;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a sign-up. */
enum SignupProblem implements ProblemType {
    CLOSED("signup-closed", 403, "Strangers cannot sign up here"),
    NOT_FOUND("signup-not-found", 404, "No such sign-up"),
    CODE_WRONG("code-wrong", 422, "That is not the code"),
    CODE_EXPIRED("code-expired", 409, "The code can be used no longer"),
    CONFIRMED("signup-confirmed", 409, "The sign-up is done");

    private final String code;
    private final int status;
    private final String title;

    SignupProblem(String code, int status, String title) {
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
