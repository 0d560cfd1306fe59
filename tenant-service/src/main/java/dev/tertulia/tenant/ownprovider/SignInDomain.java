package dev.tertulia.tenant.ownprovider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain that a tenant claims.
 *
 * @param challenge drawn at random; whoever can put it into the domain's DNS has shown that it is theirs
 * @param verifiedAt when that was seen; null until then
 */
record SignInDomain(
        UUID id, String domain, String challenge, @Nullable Instant verifiedAt, Instant createdAt) {
    private static final String LABEL = "_tertulia-challenge.";
    private static final String PREFIX = "tertulia-domain-verification=";

    /** Where the TXT record is to be. */
    String recordName() {
        return LABEL + domain;
    }

    /** What it is to say. */
    String recordValue() {
        return PREFIX + challenge;
    }
}
