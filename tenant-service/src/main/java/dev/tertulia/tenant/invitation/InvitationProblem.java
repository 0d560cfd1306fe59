package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with an invitation. */
enum InvitationProblem implements ProblemType {
    NOT_FOUND("invitation-not-found", 404, "No such invitation"),
    EXISTS("invitation-exists", 409, "They have been invited already"),
    NOT_PENDING("invitation-not-pending", 409, "The invitation does not wait for an answer any more"),
    EXPIRED("invitation-expired", 409, "The time of the invitation is over"),
    REMINDED_ENOUGH("invitation-reminded-enough", 409, "They have been reminded often enough"),
    FOR_ANOTHER("invitation-for-another", 403, "The invitation is for another address"),
    SIGN_IN_FIRST("sign-in-to-accept", 401, "Sign in and accept");

    private final String code;
    private final int status;
    private final String title;

    InvitationProblem(String code, int status, String title) {
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
