package dev.tertulia.tenant.member;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a member, or with somebody who is none. */
public enum MemberProblem implements ProblemType {
    NOT_FOUND("member-not-found", 404, "No such member"),
    EXISTS("member-exists", 409, "There is a member with this address"),
    OWNER_PROTECTED("owner-protected", 403, "The owner cannot be changed"),
    NOT_THE_OWNER("not-the-owner", 403, "Only the owner hands the tenant over"),
    OWN_MEMBERSHIP("own-membership", 403, "Nobody changes their own membership"),
    BEYOND_OWN_PERMISSIONS("beyond-own-permissions", 403, "Nobody gives what they do not have"),
    NOT_A_MEMBER("not-a-member", 403, "Not a member");

    private final String code;
    private final int status;
    private final String title;

    MemberProblem(String code, int status, String title) {
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
