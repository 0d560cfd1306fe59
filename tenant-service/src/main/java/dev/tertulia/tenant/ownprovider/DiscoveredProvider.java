package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.web.ProblemException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What an OpenID Connect provider says of itself (OpenID Connect Discovery 1.0, 3), as far as it is needed.
 *
 * @param clientAuthentication how clients show their secret
 */
record DiscoveredProvider(
        URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri, ClientAuthentication clientAuthentication) {

    enum ClientAuthentication {
        CLIENT_SECRET_BASIC,
        CLIENT_SECRET_POST
    }

    /** Fails with {@link OwnProviderProblem#UNUSABLE}, which says what is missing. */
    static DiscoveredProvider read(String issuer, JsonObject document) {
        // Whoever answers for another issuer is not who was meant (3 and 4.3 of the standard).
        if (!issuer.equals(document.getValue("issuer"))) {
            throw unusable("It says that its issuer is another: write it exactly as the provider has it.");
        }
        if (!lists(document, "response_types_supported", "code", true)) {
            throw unusable("It does not offer the code flow (response_types_supported).");
        }
        return new DiscoveredProvider(
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"),
                authentication(document));
    }

    /** The standard's default is basic. */
    private static ClientAuthentication authentication(JsonObject document) {
        String name = "token_endpoint_auth_methods_supported";
        if (lists(document, name, "client_secret_basic", true)) {
            return ClientAuthentication.CLIENT_SECRET_BASIC;
        }
        if (lists(document, name, "client_secret_post", false)) {
            return ClientAuthentication.CLIENT_SECRET_POST;
        }
        throw unusable("It takes no client secret (token_endpoint_auth_methods_supported).");
    }

    private static boolean lists(JsonObject document, String name, String value, boolean ifAbsent) {
        return document.getValue(name) instanceof JsonArray values ? values.contains(value) : ifAbsent;
    }

    private static URI address(JsonObject document, String name) {
        try {
            if (document.getValue(name) instanceof String text && text.length() <= 1000) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw unusable("Its " + name + " is missing, or no address.");
    }

    static ProblemException unusable(@Nullable String detail) {
        return ProblemException.of(OwnProviderProblem.UNUSABLE, detail);
    }
}
