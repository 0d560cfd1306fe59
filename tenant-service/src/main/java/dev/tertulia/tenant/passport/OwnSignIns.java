package dev.tertulia.tenant.passport;

import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.ownprovider.OwnProviderService;
import dev.tertulia.tenant.ownprovider.SignInRules;
import dev.tertulia.tenant.user.User;
import dev.tertulia.tenant.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What the word of a tenant's own identity provider is worth. A tenant can have its provider say anything, so it is believed
 * for that tenant only, of addresses of the domains only that the tenant has shown to be its own, and only where it says
 * this time the address that the account has.
 */
@ApplicationScoped
class OwnSignIns {
    private final OwnProviderService ownProviders;
    private final UserService users;
    private final UnitOfWork unitOfWork;

    OwnSignIns(OwnProviderService ownProviders, UserService users, UnitOfWork unitOfWork) {
        this.ownProviders = ownProviders;
        this.users = users;
        this.unitOfWork = unitOfWork;
    }

    /** The user who has signed in. Fails with {@link PassportProblem#SIGN_IN_NOT_ACCEPTED}. */
    Uni<User> meet(VerifiedToken token) {
        UUID tenant = token.assurance().providerOf();
        if (tenant == null) {
            return users.meet(token.signIn());
        }
        return unitOfWork
                .as(tenant, () -> ownProviders.rulesFor(token.signIn().email()))
                .invoke(rules -> requireVouched(token, rules))
                .chain(() -> users.meet(token.signIn()))
                .map(User::vouchedFor);
    }

    private static void requireVouched(VerifiedToken token, SignInRules rules) {
        if (!rules.vouch()) {
            throw notAccepted(rules);
        }
        String address = token.addressAtProvider();
        if (address == null || !address.equals(token.signIn().email())) {
            throw ProblemException.of(
                    PassportProblem.SIGN_IN_NOT_ACCEPTED,
                    "The identity provider does not give the address that your account has. Have one of them changed.");
        }
    }

    static ProblemException notAccepted(SignInRules rules) {
        return ProblemException.of(
                PassportProblem.SIGN_IN_NOT_ACCEPTED,
                rules.enabled()
                        ? "Your address is not of a domain that the tenant has shown to be its own."
                        : "The tenant does not let people in by that identity provider any more. Sign in with a password"
                                + " (prompt=login).");
    }
}
