package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a domain that a tenant claims. */
enum SignInDomainProblem implements ProblemType {
    NOT_FOUND("sign-in-domain-not-found", 404, "No such sign-in domain"),
    EXISTS("sign-in-domain-exists", 409, "The domain is claimed already"),
    TOO_MANY("sign-in-domains-too-many", 409, "As many domains as a tenant can claim"),
    TAKEN("sign-in-domain-taken", 409, "The domain is held by another tenant"),
    UNPROVED("sign-in-domain-unproved", 409, "DNS does not say that the domain is yours"),
    DNS_AWAY("dns-away", 503, "DNS does not answer");

    private final String code;
    private final int status;
    private final String title;

    SignInDomainProblem(String code, int status, String title) {
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
