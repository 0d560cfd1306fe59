package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.crypto.RandomTokens;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The domains of the unit of work's tenant: claimed by anybody, held by who shows that they are theirs. */
@ApplicationScoped
class SignInDomainService {
    private static final String TOKEN = "dv";

    private final SignInDomainRepository domains;
    private final DomainProof proof;
    private final OwnProviderConfig config;
    private final IdentityConfig identity;

    SignInDomainService(
            SignInDomainRepository domains, DomainProof proof, OwnProviderConfig config, IdentityConfig identity) {
        this.domains = domains;
        this.proof = proof;
        this.config = config;
        this.identity = identity;
    }

    Uni<List<SignInDomainView>> all() {
        return domains.all().map(all -> all.stream().map(SignInDomainView::from).toList());
    }

    /** Fails with {@link SignInDomainProblem#NOT_FOUND}. */
    Uni<SignInDomainView> get(UUID id) {
        return existing(id).map(SignInDomainView::from);
    }

    /** Fails with {@link SignInDomainProblem#EXISTS}, {@link SignInDomainProblem#TOO_MANY} and a 422. */
    Uni<SignInDomainView> claim(ClaimDomainRequest request) {
        String domain;
        try {
            IdentityConfig.requireOurs(identity);
            domain = DomainName.ofOneOwner(request.domain()).value();
        } catch (DomainName.Refused refused) {
            return Uni.createFrom().failure(ProblemException.invalid("domain", refused.reason()));
        }
        return domains.claim(domain, RandomTokens.create(TOKEN), config.mostDomains())
                .flatMap(claimed -> claimed.map(made -> Uni.createFrom().item(SignInDomainView.from(made)))
                        .orElseGet(() -> notClaimed(domain)));
    }

    private Uni<SignInDomainView> notClaimed(String domain) {
        return domains.all().map(all -> {
            throw all.stream().anyMatch(one -> one.domain().equals(domain))
                    ? ProblemException.of(SignInDomainProblem.EXISTS, "It is in the list.")
                    : ProblemException.of(
                            SignInDomainProblem.TOO_MANY,
                            "Remove one first: a tenant can claim %d.".formatted(config.mostDomains()));
        });
    }

    /**
     * Looks whether DNS says that it is the tenant's, which holds it from then on. Repeating it is a no-op. Fails with
     * {@link SignInDomainProblem#NOT_FOUND}, {@link SignInDomainProblem#UNPROVED}, {@link SignInDomainProblem#TAKEN} and
     * {@link SignInDomainProblem#DNS_AWAY}.
     */
    Uni<SignInDomainView> verify(UUID id) {
        return existing(id)
                .flatMap(
                        domain -> domain.verifiedAt() != null ? Uni.createFrom().item(domain) : prove(domain))
                .map(SignInDomainView::from);
    }

    // No transaction is open while DNS is asked.
    private Uni<SignInDomain> prove(SignInDomain domain) {
        IdentityConfig.requireOurs(identity);
        return proof.isGiven(domain)
                .invoke(given -> {
                    if (!given) {
                        throw ProblemException.of(
                                SignInDomainProblem.UNPROVED,
                                "Set the TXT record %s to %s. It may take until the old answer has expired everywhere."
                                        .formatted(domain.recordName(), domain.recordValue()));
                    }
                })
                .chain(() -> domains.verify(domain.id()))
                .onFailure(SignInDomainService::isHeldByAnother)
                .transform(failure -> ProblemException.of(
                        SignInDomainProblem.TAKEN,
                        "Another tenant has shown that it is theirs. Ask those who run this installation."))
                .map(verified -> verified.orElseThrow(SignInDomainService::notFound));
    }

    /** People of the domain sign in as everybody does from then on. Fails with {@link SignInDomainProblem#NOT_FOUND}. */
    Uni<Void> remove(UUID id) {
        return domains.remove(id)
                .invoke(was -> {
                    if (!was) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<SignInDomain> existing(UUID id) {
        return domains.find(id).map(found -> found.orElseThrow(SignInDomainService::notFound));
    }

    private static ProblemException notFound() {
        return ProblemException.of(SignInDomainProblem.NOT_FOUND);
    }

    private static boolean isHeldByAnother(Throwable failure) {
        return failure instanceof PgException refused && "sign_in_domain_holder".equals(refused.getConstraint());
    }
}
