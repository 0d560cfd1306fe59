package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.OwnProvider;
import dev.tertulia.tenant.identity.OwnProviders;
import dev.tertulia.tenant.tenant.TenantProblem;
import dev.tertulia.tenant.tenant.TenantService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity provider that the unit of work's tenant brings, and what follows of it for who signs in. */
@ApplicationScoped
public class OwnProviderService {
    private final OwnProviderRepository providers;
    private final SignInDomainRepository domains;
    private final Discovery discovery;
    private final TenantService tenants;
    private final FieldCipher cipher;
    private final IdentityConfig identity;
    private final Clock clock;

    OwnProviderService(
            OwnProviderRepository providers,
            SignInDomainRepository domains,
            Discovery discovery,
            TenantService tenants,
            FieldCipher cipher,
            IdentityConfig identity,
            Clock clock) {
        this.providers = providers;
        this.domains = domains;
        this.discovery = discovery;
        this.tenants = tenants;
        this.cipher = cipher;
        this.identity = identity;
        this.clock = clock;
    }

    /** What the tenant has settled for the address; null counts as one that is of no domain. */
    public Uni<SignInRules> rulesFor(@Nullable String email) {
        return providers.rules(DomainName.ofAddress(email));
    }

    /**
     * The tenant's provider as it is to be at Keycloak; empty where none is: also without a verified domain. Its secret is
     * put under the newest master key. Fails with {@link CryptoException} where the secret does not open.
     */
    public Uni<Optional<OwnProvider>> wanted() {
        UUID tenant = CurrentTenant.required();
        return providers
                .find()
                .call(found -> found.flatMap(provider -> cipher.reencrypt(provider.sealedSecret(), place(tenant))
                                .map(renewed -> providers.renew(provider.sealedSecret(), renewed)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .flatMap(found -> found.map(provider -> verifiedDomains()
                                .flatMap(verified -> verified.isEmpty()
                                        ? Uni.createFrom().item(Optional.<OwnProvider>empty())
                                        : tenants.current()
                                                .map(current -> Optional.of(
                                                        wanted(tenant, current.name(), provider, verified)))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                // An erased tenant wants nothing any more, though its rows go bit by bit.
                .onFailure(OwnProviderService::isGone)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problemType() == TenantProblem.NOT_FOUND;
    }

    private OwnProvider wanted(UUID tenant, String name, StoredProvider provider, List<String> verified) {
        return new OwnProvider(
                tenant,
                name,
                provider.issuer(),
                provider.authorizationEndpoint(),
                provider.tokenEndpoint(),
                provider.jwksUri(),
                provider.clientAuthentication(),
                provider.clientId(),
                cipher.decrypt(provider.sealedSecret(), place(tenant)),
                provider.enabled(),
                verified);
    }

    /** Fails with {@link OwnProviderProblem#NOT_SET}. */
    Uni<OwnProviderView> get() {
        IdentityConfig.requireOurs(identity);
        return providers
                .find()
                .map(found -> found.orElseThrow(() -> ProblemException.of(OwnProviderProblem.NOT_SET)))
                .flatMap(provider -> verifiedDomains()
                        .flatMap(verified -> providers.waiting().map(waiting -> view(provider, verified, waiting))));
    }

    /**
     * Takes the place of what was set before, once the provider has said what it is. It is carried to Keycloak after the
     * commit. Fails with {@link OwnProviderProblem} and a 422.
     */
    Uni<OwnProviderView> set(SetOwnProviderRequest request) {
        IdentityConfig.requireOurs(identity);
        UUID tenant = CurrentTenant.required();
        return providers
                .find()
                .map(before -> secret(tenant, request, before))
                // No transaction is open while the provider is asked.
                .call(secret ->
                        discovery.of(request.issuer()).flatMap(found -> providers.set(stored(request, secret, found))))
                .chain(this::get);
    }

    /** A secret goes to nobody but whom it was given for: whoever names another provider gives its secret. */
    private String secret(UUID tenant, SetOwnProviderRequest request, Optional<StoredProvider> before) {
        if (request.clientSecret() != null) {
            return cipher.encrypt(request.clientSecret(), place(tenant));
        }
        return before.filter(one ->
                        one.issuer().equals(request.issuer()) && one.clientId().equals(request.clientId()))
                .map(StoredProvider::sealedSecret)
                .orElseThrow(
                        () -> ProblemException.invalid("clientSecret", "must be given for this issuer and client"));
    }

    private StoredProvider stored(SetOwnProviderRequest request, String sealedSecret, DiscoveredProvider found) {
        return new StoredProvider(
                request.issuer(),
                request.clientId(),
                sealedSecret,
                request.isEnabled(),
                request.isRequired(),
                found.authorizationEndpoint().toString(),
                found.tokenEndpoint().toString(),
                found.jwksUri().toString(),
                found.clientAuthentication().name().toLowerCase(Locale.ROOT),
                clock.instant());
    }

    /** People sign in as everybody does from then on. Repeating it is a no-op. */
    Uni<Void> remove() {
        return providers.remove();
    }

    private Uni<List<String>> verifiedDomains() {
        return domains.all()
                .map(all -> all.stream()
                        .filter(domain -> domain.verifiedAt() != null)
                        .map(SignInDomain::domain)
                        .toList());
    }

    private OwnProviderView view(
            StoredProvider provider, List<String> verified, Optional<OwnProviderRepository.Waiting> waiting) {
        String alias = OwnProviders.alias(CurrentTenant.required());
        @Nullable
        String problem = waiting.map(OwnProviderRepository.Waiting::problem).orElse(null);
        SyncState state = SyncState.ACTIVE;
        if (problem != null) {
            state = SyncState.FAILED;
        } else if (waiting.isPresent() || verified.isEmpty()) {
            state = SyncState.PENDING;
        }
        return new OwnProviderView(
                provider.issuer(),
                provider.clientId(),
                provider.enabled(),
                provider.required(),
                state,
                problem == null && verified.isEmpty() ? "no-verified-domain" : problem,
                verified,
                alias,
                identity.issuer() + "/broker/" + alias + "/endpoint",
                provider.updatedAt());
    }

    static String place(UUID tenant) {
        return FieldCipher.place(tenant, "identity_provider", "client_secret", tenant);
    }
}
