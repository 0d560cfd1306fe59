package dev.tertulia.tenant.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can be other than it should be. */
public enum FindingKind {
    @JsonProperty("realm-setting")
    REALM_SETTING,
    @JsonProperty("user-profile")
    USER_PROFILE,
    @JsonProperty("sign-in-step")
    SIGN_IN_STEP,
    @JsonProperty("required-action")
    REQUIRED_ACTION,
    @JsonProperty("client")
    CLIENT,
    @JsonProperty("client-mapper")
    CLIENT_MAPPER,
    /** Made by hand: nobody of us knows what for. */
    @JsonProperty("unknown-client")
    UNKNOWN_CLIENT,
    /** More rights than looking after the realm takes, or fewer. */
    @JsonProperty("service-account-roles")
    SERVICE_ACCOUNT_ROLES,
    @JsonProperty("organization")
    ORGANIZATION,
    @JsonProperty("identity-provider")
    IDENTITY_PROVIDER,
    @JsonProperty("unknown-identity-provider")
    UNKNOWN_IDENTITY_PROVIDER,
    /** A member's account is gone: they cannot sign in, and their place waits for nobody. */
    @JsonProperty("person-missing")
    PERSON_MISSING,
    @JsonProperty("person-disabled")
    PERSON_DISABLED,
    @JsonProperty("person-email-changed")
    PERSON_EMAIL_CHANGED,
    @JsonProperty("person-email-unverified")
    PERSON_EMAIL_UNVERIFIED
}
