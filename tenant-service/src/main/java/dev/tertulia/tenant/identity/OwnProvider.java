package dev.tertulia.tenant.identity;

import java.util.List;
import java.util.UUID;

/**
 * The identity provider that a tenant brings, as people are to be able to sign in by it.
 *
 * @param name what people know the tenant by
 * @param clientAuthentication {@code client_secret_basic} or {@code client_secret_post}
 * @param domains those of e-mail addresses that are the tenant's; at least one
 */
public record OwnProvider(
        UUID tenant,
        String name,
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String jwksUri,
        String clientAuthentication,
        String clientId,
        String clientSecret,
        boolean enabled,
        List<String> domains) {

    public OwnProvider {
        domains = domains.stream().sorted().toList();
    }

    public String alias() {
        return OwnProviders.alias(tenant);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OwnProvider[" + tenant + "]";
    }
}
