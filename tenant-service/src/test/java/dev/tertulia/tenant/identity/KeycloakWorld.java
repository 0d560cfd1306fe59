package dev.tertulia.tenant.identity;

import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.newTenant;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.tenant.TestWorld.Organisation;
import dev.tertulia.tenant.identity.Browser.Page;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Tenants and people of a test's own, whom a real Keycloak knows. */
final class KeycloakWorld {
    static final String PASSWORD = "correct horse battery";
    static final String CONSOLE = "http://localhost:8080/";
    static final String CLIENT_SECRET = "secret-of-the-client";
    static final Duration LIMIT = Duration.ofSeconds(40);

    private static final String ROOT = "root@tertulia.test";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> tokens = new HashMap<>();
    private final LoneKeycloak keycloak;
    private final People people;

    KeycloakWorld(LoneKeycloak keycloak, People people) {
        this.keycloak = keycloak;
        this.people = people;
        Awaitility.await("the realm is looked after")
                .atMost(LIMIT)
                .until(() -> console().findValuesAsText("claim.name").contains("identity_provider_email"));
    }

    /** The browser at the console, and what it shows of being somebody. */
    record SignIn(Browser browser, String verifier) {}

    JsonNode administer(String method, String path, @Nullable Object body) {
        return keycloak.administer(method, path, body == null ? null : tree(body));
    }

    private static JsonNode tree(Object body) {
        try {
            return body instanceof String text ? JSON.getNodeFactory().textNode(text) : JSON.readTree(body.toString());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode console() {
        return administer("GET", "/tertulia/clients?clientId=console", null).path(0);
    }

    JsonNode account(String email) {
        return administer("GET", "/tertulia/users?exact=true&email=" + email, null)
                .path(0);
    }

    String issuer() {
        return keycloak.issuer();
    }

    /** Somebody who can sign in with {@link #PASSWORD}. */
    String person(String email) {
        people.register(new NewPerson(email, "Ann Núñez", "en", PASSWORD))
                .await()
                .atMost(LIMIT);
        return email;
    }

    /** An access token for their password: asked for once, since Keycloak takes one try of a person's at a time. */
    synchronized String token(String email) {
        return tokens.computeIfAbsent(email, this::freshToken);
    }

    String freshToken(String email) {
        return passwordGrant(email, PASSWORD).then().statusCode(200).extract().path("access_token");
    }

    Response passwordGrant(String email, String password) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "console")
                .formParam("username", email)
                .formParam("password", password)
                .post(issuer() + "/protocol/openid-connect/token");
    }

    RequestSpecification admin() {
        return with(passport(token(person(ROOT)), null));
    }

    Organisation organisation() {
        String slug = "t-" + unique();
        String ownerEmail = person("owner@" + slug + ".test");
        String id = admin().body(newTenant(slug, ownerEmail).encode())
                .post("/api/v1/platform/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Organisation(id, slug, ownerEmail);
    }

    String member(Organisation organisation, String email, String role) {
        return admin().body(
                        new JsonObject().put("email", email).put("role", role).encode())
                .post("/api/v1/platform/tenants/" + organisation.slug() + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    RequestSpecification asOwner(Organisation organisation) {
        return with(passport(token(organisation.ownerEmail()), organisation.slug()));
    }

    static Response passportFor(String token, @Nullable String slug) {
        return askForPassport("oidc", token, slug, false);
    }

    /** The domain of the tenant's addresses, which nobody else has. */
    static String domain(Organisation organisation) {
        return organisation.slug() + ".test";
    }

    static String alias(Organisation organisation) {
        return "tenant-" + organisation.id();
    }

    /** Opens the sign-in. */
    static Page signIn(SignIn signIn, String issuer, @Nullable String hint) {
        return signIn.browser()
                .open(issuer + "/protocol/openid-connect/auth?client_id=console&response_type=code&scope=openid"
                        + "&redirect_uri=" + CONSOLE + "callback&code_challenge_method=S256&code_challenge="
                        + challenge(signIn.verifier()) + (hint == null ? "" : "&kc_idp_hint=" + hint));
    }

    static SignIn newBrowser() {
        return new SignIn(new Browser(CONSOLE), UUID.randomUUID() + "-" + UUID.randomUUID());
    }

    /** The access token for the code with which the browser came back to the console. */
    String token(SignIn signIn, Page console) {
        return given().formParam("grant_type", "authorization_code")
                .formParam("client_id", "console")
                .formParam("code", console.parameter("code"))
                .formParam("redirect_uri", CONSOLE + "callback")
                .formParam("code_verifier", signIn.verifier())
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another realm, as which a tenant's own provider is looked after by somebody else, with these people. */
    String providerOf(String... emails) {
        String realm = "idp-" + unique();
        JsonArray users = new JsonArray();
        for (String email : emails) {
            users.add(new JsonObject()
                    .put("username", email)
                    .put("email", email)
                    .put("emailVerified", true)
                    .put("enabled", true)
                    .put("firstName", "Ana")
                    .put("lastName", "Luna")
                    .put(
                            "credentials",
                            new JsonArray()
                                    .add(new JsonObject()
                                            .put("type", "password")
                                            .put("temporary", false)
                                            .put("value", PASSWORD))));
        }
        administer(
                "POST",
                "",
                new JsonObject()
                        .put("realm", realm)
                        .put("enabled", true)
                        .put(
                                "clients",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("clientId", "tertulia")
                                                .put("secret", CLIENT_SECRET)
                                                .put("publicClient", false)
                                                .put("standardFlowEnabled", true)
                                                .put("redirectUris", new JsonArray().add("*"))))
                        .put("users", users));
        return issuer().replace("/realms/tertulia", "/realms/" + realm);
    }

    Response reconcile(boolean repair) {
        return admin().body(new JsonObject().put("repair", repair).encode())
                .post("/api/v1/platform/identity-reconciliations");
    }
}
