package dev.tertulia.tenant.ownprovider;

import java.time.Instant;

/**
 * A tenant's own provider, as it was set.
 *
 * @param sealedSecret encrypted
 */
record StoredProvider(
        String issuer,
        String clientId,
        String sealedSecret,
        boolean enabled,
        boolean required,
        String authorizationEndpoint,
        String tokenEndpoint,
        String jwksUri,
        String clientAuthentication,
        Instant updatedAt) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "StoredProvider[" + issuer + "]";
    }
}
