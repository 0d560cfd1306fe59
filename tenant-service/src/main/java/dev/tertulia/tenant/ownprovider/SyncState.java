package dev.tertulia.tenant.ownprovider;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far what a tenant set has come to where people sign in. */
enum SyncState {
    /** It is on its way, or waits for a verified domain. */
    @JsonProperty("pending")
    PENDING,
    /** It is there as it stands here. */
    @JsonProperty("active")
    ACTIVE,
    /** It did not get there; it is tried again. */
    @JsonProperty("failed")
    FAILED
}
