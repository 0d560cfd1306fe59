package dev.tertulia.tenant.passport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How passports are issued, and to whom beyond the members of tenants. */
@ConfigMapping(prefix = "tertulia.issuing")
interface IssuingConfig {
    /** What the gateway shows in X-Gateway-Secret: at least 16 characters. */
    String gatewaySecret();

    /** How long a passport is valid. */
    @WithDefault("5m")
    Duration validFor();

    /** For how long after the credential was shown its passports may be renewed without showing it again. */
    @WithDefault("12h")
    Duration renewableFor();

    /** Platform administrators: verified e-mail addresses, or subjects of the identity provider. */
    Optional<List<String>> platformAdmins();

    /** What in the claim {@code amr} says that a second factor was used (RFC 8176). */
    @WithDefault("otp,mfa,hwk,swk,sms")
    List<String> secondFactorMethods();

    /** The values of the claim {@code acr} that say so, for providers that tell it there. */
    Optional<List<String>> secondFactorLevels();

    /** The claim in which Keycloak names the identity provider that somebody came by. */
    @WithDefault("identity_provider")
    String identityProviderClaim();

    /** The claim in which Keycloak says what address that identity provider gave, this time. */
    @WithDefault("identity_provider_email")
    String identityProviderEmailClaim();

    /** The role of the identity provider that makes a platform administrator. */
    @WithDefault("platform_admin")
    String platformAdminRole();

    /** The claim that lists such roles; a slash leads into an object. */
    @WithDefault("realm_access/roles")
    String rolesClaim();
}
