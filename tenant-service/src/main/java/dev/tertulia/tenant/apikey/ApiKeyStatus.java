package dev.tertulia.tenant.apikey;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an API key stands. */
enum ApiKeyStatus {
    @JsonProperty("active")
    ACTIVE,
    /** Another one takes its place, and it works until it expires. */
    @JsonProperty("replaced")
    REPLACED,
    @JsonProperty("expired")
    EXPIRED,
    @JsonProperty("revoked")
    REVOKED
}
