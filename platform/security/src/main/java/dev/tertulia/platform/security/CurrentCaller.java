package dev.tertulia.platform.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the current request. */
@ApplicationScoped
public class CurrentCaller {
    private final CurrentIdentityAssociation identities;

    CurrentCaller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** Fails on an endpoint that is open to everyone, since nobody has been identified there. */
    public Caller get() {
        return Caller.find(identities.getIdentity())
                .orElseThrow(() -> new IllegalStateException("Nobody has been identified"));
    }
}
