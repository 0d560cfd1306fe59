package dev.tertulia.tenant.identity;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with the identity provider, and with people there. */
public enum IdentityProblem implements ProblemType {
    PASSWORD_REFUSED("password-refused", 422, "The password does not do"),
    NOT_OURS("identity-provider-not-ours", 409, "The identity provider is looked after by others"),
    PROVIDER_REFUSES("identity-provider-refused", 409, "The identity provider does not take it"),
    PROVIDER_AWAY("identity-provider-away", 503, "The identity provider does not answer");

    private final String code;
    private final int status;
    private final String title;

    IdentityProblem(String code, int status, String title) {
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
