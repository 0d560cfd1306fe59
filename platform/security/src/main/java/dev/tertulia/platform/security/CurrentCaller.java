package dev.tertulia.platform.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

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

    /** On an endpoint that is open to everyone: who shows a passport nevertheless. One that is not valid is a 401. */
    public Uni<Optional<Caller>> ifKnown() {
        return identities.getDeferredIdentity().map(Caller::find);
    }
}
