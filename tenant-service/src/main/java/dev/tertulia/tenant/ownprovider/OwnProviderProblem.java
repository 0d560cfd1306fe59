package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a tenant's own identity provider. */
enum OwnProviderProblem implements ProblemType {
    NOT_SET("identity-provider-not-set", 404, "The tenant has no identity provider of its own"),
    ADDRESS_REFUSED("identity-provider-address-refused", 422, "The identity provider's address is not one to be asked"),
    UNREACHABLE("identity-provider-unreachable", 422, "The identity provider does not say what it is"),
    UNUSABLE("identity-provider-unusable", 422, "The identity provider cannot be used");

    private final String code;
    private final int status;
    private final String title;

    OwnProviderProblem(String code, int status, String title) {
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
