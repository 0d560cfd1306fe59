package dev.tertulia.tenant.passport;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.SecondFactors;
import dev.tertulia.tenant.tenant.TenantProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives passports to those who can show who they are. */
@ApplicationScoped
class PassportService {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final IdentityProvider identityProvider;
    private final OwnSignIns ownSignIns;
    private final Callers callers;
    private final PassportIssuer issuer;
    private final PassportVerifier verifier;
    private final IssuingConfig config;
    private final SecondFactors secondFactors;
    private final Clock clock;

    PassportService(
            IdentityProvider identityProvider,
            OwnSignIns ownSignIns,
            Callers callers,
            PassportIssuer issuer,
            PassportVerifier verifier,
            IssuingConfig config,
            SecondFactors secondFactors,
            Clock clock) {
        this.identityProvider = identityProvider;
        this.ownSignIns = ownSignIns;
        this.callers = callers;
        this.issuer = issuer;
        this.verifier = verifier;
        this.config = config;
        this.secondFactors = secondFactors;
        this.clock = clock;
    }

    /** Whoever signs in for the first time becomes a user, and the member that was made for their address. */
    Uni<Passport> forToken(String accessToken, @Nullable String slug, boolean tenantOptional) {
        return refused(identityProvider
                .verify(accessToken)
                .flatMap(token -> ownSignIns
                        .meet(token)
                        .flatMap(user -> callers.ofUser(user, token.assurance(), slug, tenantOptional)
                                .onFailure(PassportService::isSecondFactorMissing)
                                .call(() ->
                                        secondFactors.demandOf(token.signIn().subject())))
                        .flatMap(caller -> issuer.issue(caller, clock.instant(), token.assurance()))));
    }

    Uni<Passport> forKey(String key, @Nullable String slug) {
        return refused(
                callers.ofKey(key, slug).flatMap(caller -> issuer.issue(caller, clock.instant(), Assurance.NONE)));
    }

    /** A new one for the holder of a valid one, as what they are by now. */
    Uni<Passport> renew(String passport) {
        return refused(verifier.verify(passport).flatMap(before -> {
            if (clock.instant().isAfter(before.authenticatedAt().plus(config.renewableFor()))) {
                throw ProblemException.of(PassportProblem.SIGN_IN_AGAIN);
            }
            return callers.again(before.caller(), before.assurance())
                    .flatMap(caller -> issuer.issue(caller, before.authenticatedAt(), before.assurance()));
        }));
    }

    private static boolean isSecondFactorMissing(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.problemType() == PassportProblem.SECOND_FACTOR_REQUIRED;
    }

    /**
     * A tenant that was deleted this moment lets nobody in; that it was there is no longer of interest. What hangs is a 503
     * in time: every request to the gateway waits behind this.
     */
    private static Uni<Passport> refused(Uni<Passport> passport) {
        return passport.ifNoItem()
                .after(TIME_LIMIT)
                .fail()
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.problemType() == TenantProblem.NOT_FOUND)
                .transform(failure -> ProblemException.of(PassportProblem.NOT_A_MEMBER));
    }
}
