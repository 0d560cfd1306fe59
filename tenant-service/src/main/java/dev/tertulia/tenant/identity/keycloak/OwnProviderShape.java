package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.OwnProvider;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A tenant's own provider as Keycloak has it: an organization with the domains, and an identity provider. */
final class OwnProviderShape {
    static final String MAPPER = "what it says of the address";

    private OwnProviderShape() {}

    static JsonObject organization(OwnProvider wanted) {
        JsonArray domains = new JsonArray();
        wanted.domains().forEach(domain -> domains.add(domain(domain)));
        return new JsonObject()
                .put("name", wanted.alias())
                .put("alias", wanted.alias())
                // Off, it sends nobody there; people of its domains then sign in as everybody does.
                .put("enabled", wanted.enabled())
                .put("domains", domains);
    }

    private static JsonObject domain(String name) {
        return new JsonObject().put("name", name).put("verified", true);
    }

    /** Without its secret and what people are shown, which is not compared. */
    static JsonObject provider(OwnProvider wanted) {
        return new JsonObject()
                .put("alias", wanted.alias())
                .put("providerId", "oidc")
                .put("enabled", wanted.enabled())
                // What it says of an address counts in the tenant only, and is looked at there.
                .put("trustEmail", false)
                .put("storeToken", false)
                .put("addReadTokenRoleOnCreate", false)
                .put("authenticateByDefault", false)
                .put("linkOnly", false)
                .put("hideOnLogin", false)
                .put("firstBrokerLoginFlowAlias", "first broker login")
                .put("config", config(wanted));
    }

    private static JsonObject config(OwnProvider wanted) {
        return new JsonObject()
                .put("issuer", wanted.issuer())
                .put("authorizationUrl", wanted.authorizationEndpoint())
                .put("tokenUrl", wanted.tokenEndpoint())
                .put("jwksUrl", wanted.jwksUri())
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("clientId", wanted.clientId())
                .put("clientAuthMethod", wanted.clientAuthentication())
                .put("defaultScope", "openid email profile")
                .put("pkceEnabled", "true")
                .put("pkceMethod", "S256")
                .put("loginHint", "true")
                // Whoever they are stays who they were when they came first.
                .put("syncMode", "IMPORT")
                // Who answers there could say something else than the signed token.
                .put("disableUserInfo", "true")
                // Nobody whose address is of another domain gets further than this, neither to an account nor to a new
                // one.
                .put("filteredByClaim", "true")
                .put("claimFilterName", "email")
                .put("claimFilterValue", addresses(wanted))
                .put("kc.org.domain", "ANY")
                .put("kc.org.broker.redirect.mode.email-matches", "true");
    }

    /** Those of the domains. */
    private static String addresses(OwnProvider wanted) {
        return wanted.domains().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?i)[^@\\s]+@(?:", ")"));
    }

    /** Notes in the session what it says each time; a mapper of the console's puts that into tokens. */
    static JsonObject mapper(OwnProvider wanted) {
        return new JsonObject()
                .put("name", MAPPER)
                .put("identityProviderAlias", wanted.alias())
                .put("identityProviderMapper", "oidc-user-session-note-idp-mapper")
                .put(
                        "config",
                        new JsonObject()
                                .put("syncMode", "FORCE")
                                .put("are.claim.values.regex", "true")
                                .put(
                                        "claims",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("key", "email")
                                                        .put("value", ".+"))
                                                .encode()));
    }
}
