package dev.tertulia.tenant.passport;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PassportIT {
    private static final String PROBLEM = "application/problem+json";

    @Test
    void aFirstSignInMakesTheMembershipTheirs() {
        Organisation acme = organisation();
        String email = "ana-" + unique() + "@example.test";
        String memberId = member(acme, email, "agent");
        asOwner(acme).get("/api/v1/members/" + memberId).then().body("containsKey('userId')", is(false));

        JsonObject claims = claims(passport(token(email), null));

        assertThat(claims.getString("tenant")).isEqualTo(acme.id());
        assertThat(claims.getString("tenantSlug")).isEqualTo(acme.slug());
        assertThat(claims.getString("tenantStatus")).isEqualTo("active");
        assertThat(claims.getString("role")).isEqualTo("agent");
        assertThat(claims.getString("iss")).isEqualTo("tertulia");
        assertThat(claims.getString("aud")).isEqualTo("tertulia-services");
        assertThat(claims.getJsonArray("permissions")).contains("messages:send").doesNotContain("members:manage");
        JsonObject actor = claims.getJsonObject("actor");
        assertThat(actor.getString("type")).isEqualTo("user");
        assertThat(actor.getString("memberId")).isEqualTo(memberId);
        assertThat(actor.getString("name")).isEqualTo("Name of " + email);
        assertThat(actor.getString("id")).isEqualTo(claims.getString("sub"));
        asOwner(acme)
                .get("/api/v1/members/" + memberId)
                .then()
                .body("userId", is(claims.getString("sub")))
                .body("name", is("Name of " + email));
    }

    @Test
    void aPassportIsValidForFiveMinutes() {
        Organisation acme = organisation();

        Instant expiresAt = Instant.parse(askForPassport("oidc", token(acme.ownerEmail()), null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("expiresAt"));

        assertThat(Duration.between(Instant.now(), expiresAt)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void twoFirstSignInsAtOnceAreOnePerson() {
        Organisation acme = organisation();
        String email = "twice-" + unique() + "@example.test";
        member(acme, email, "agent");
        String token = token(email);

        List<Integer> answers = Stream.generate(() -> token)
                .limit(8)
                .parallel()
                .map(shown -> askForPassport("oidc", shown, null, false).statusCode())
                .toList();

        assertThat(answers).containsOnly(200);
    }

    @Test
    void anAddressThatNobodyVerifiedOpensNothing() {
        Organisation acme = organisation();
        String email = "mallory-" + unique() + "@example.test";
        member(acme, email, "admin");
        String token = TestIdentityProvider.token("mallory", email)
                .with("email_verified", false)
                .sign();

        askForPassport("oidc", token, null, false)
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("type", is("/problems/not-a-member"));
    }

    @Test
    void anotherPersonWithTheSameAddressIsNotTheMember() {
        Organisation acme = organisation();
        passport(token(acme.ownerEmail()), null);
        String token = TestIdentityProvider.token("somebody-else-" + unique(), acme.ownerEmail())
                .sign();

        askForPassport("oidc", token, acme.slug(), false).then().statusCode(403);
    }

    @Test
    void whoIsInSeveralTenantsHasToChoose() {
        String email = "both-" + unique() + "@example.test";
        Organisation acme = organisation();
        Organisation globex = organisation();
        member(acme, email, "agent");
        member(globex, email, "supervisor");
        String token = token(email);

        askForPassport("oidc", token, null, false)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("type", is("/problems/tenant-ambiguous"))
                .body("detail", containsString(acme.slug()))
                .body(
                        "tenants",
                        is(Stream.of(acme.slug(), globex.slug()).sorted().toList()));
        assertThat(claims(passport(token, globex.slug())).getString("role")).isEqualTo("supervisor");
        assertThat(claims(passport(token, acme.slug())).getString("role")).isEqualTo("agent");
    }

    @Test
    void aTenantOneIsNotInAndOneThatDoesNotExistLookTheSame() {
        Organisation acme = organisation();
        Organisation globex = organisation();
        String token = token(acme.ownerEmail());

        for (String slug : List.of(globex.slug(), "no-such-" + unique())) {
            askForPassport("oidc", token, slug, false)
                    .then()
                    .statusCode(403)
                    .body("type", is("/problems/not-a-member"))
                    .body("detail", is("You are not a member of that tenant."));
        }
    }

    @Test
    void whoMayDoWithoutATenantIsToldWhichThereAre() {
        String email = "both-" + unique() + "@example.test";
        Organisation acme = organisation();
        Organisation globex = organisation();
        member(acme, email, "agent");
        member(globex, email, "viewer");

        String passport = askForPassport("oidc", token(email), null, true)
                .then()
                .statusCode(200)
                .body("containsKey('tenantId')", is(false))
                .extract()
                .path("passport");

        with(passport)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("user.email", is(email))
                .body("containsKey('tenant')", is(false))
                .body("permissions", empty())
                .body(
                        "tenants.slug",
                        is(Stream.of(acme.slug(), globex.slug()).sorted().toList()));
        with(passport).get("/api/v1/tenant").then().statusCode(400).body("type", is("/problems/tenant-required"));
    }

    @Test
    void aStrangerLearnsThatTheyAreInNoTenant() {
        String token = token("stranger-" + unique() + "@example.test");

        askForPassport("oidc", token, null, false).then().statusCode(403);
        String passport = askForPassport("oidc", token, null, true)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");
        with(passport).get("/api/v1/me").then().statusCode(200).body("tenants", empty());
    }

    @Test
    void meTellsWhatOneMayDoHere() {
        Organisation acme = organisation();

        asOwner(acme)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("tenant.slug", is(acme.slug()))
                .body("role", is("owner"))
                .body("permissions", hasItem("members:manage"))
                .body("features", hasItem("conversations"))
                .body("actor.memberId", notNullValue());
    }

    @Test
    void aSuspendedTenantIsEnteredAsSuch() {
        Organisation acme = organisation();
        admin().body("{\"status\":\"suspended\"}")
                .patch("/api/v1/platform/tenants/" + acme.slug())
                .then()
                .statusCode(200);

        assertThat(claims(passport(token(acme.ownerEmail()), null)).getString("tenantStatus"))
                .isEqualTo("suspended");
    }

    @Test
    void aCancelledTenantIsEnteredByNobody() {
        Organisation acme = organisation();
        String before = passport(token(acme.ownerEmail()), null);
        String key = apiKey(acme);
        admin().body("{\"status\":\"cancelled\"}")
                .patch("/api/v1/platform/tenants/" + acme.slug())
                .then()
                .statusCode(200);

        askForPassport("oidc", token(acme.ownerEmail()), null, false)
                .then()
                .statusCode(403)
                .body("type", is("/problems/tenant-cancelled"));
        askForPassport("api-key", key, null, false).then().statusCode(403);
        TestWorld.renew(before).then().statusCode(403);
    }

    static Stream<String> tokensThatAreNone() {
        String email = "x@example.test";
        return Stream.of(
                TestIdentityProvider.token("x", email).expired().sign(),
                TestIdentityProvider.token("x", email).signedWithAnotherKey().sign(),
                TestIdentityProvider.token("x", email).with("aud", "account").sign(),
                TestIdentityProvider.token("x", email)
                        .with("iss", "https://elsewhere.example")
                        .sign(),
                TestIdentityProvider.token("x", email).without("sub").sign(),
                "nonsense",
                "a.b.c");
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNone")
    void aTokenThatIsNotGoodIsRefused(String token) {
        askForPassport("oidc", token, null, false)
                .then()
                .statusCode(401)
                .contentType(PROBLEM)
                .body("type", is("/problems/unauthenticated"));
    }

    @Test
    void aPassportIsNoAccessToken() {
        askForPassport("oidc", passport(token(organisation().ownerEmail()), null), null, false)
                .then()
                .statusCode(401);
    }

    @Test
    void anAccessTokenIsNoPassport() {
        with(token(organisation().ownerEmail())).get("/api/v1/me").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong-secret-of-some-length"})
    void onlyTheGatewayGetsPassports(String secret) {
        given().header("X-Gateway-Secret", secret)
                .contentType("application/json")
                .body("{\"credential\":{\"type\":\"oidc\",\"value\":\"x\"}}")
                .post("/internal/passports")
                .then()
                .statusCode(401)
                .body("type", is("/problems/gateway-only"));
    }

    @Test
    void aPlatformAdministratorStandsOutsideAllTenants() {
        Organisation acme = organisation();
        String token = TestIdentityProvider.token("ops-" + unique(), "ops@example.test")
                .platformAdmin()
                .sign();

        JsonObject outside = claims(passport(token, null));
        assertThat(outside.containsKey("tenant")).isFalse();
        assertThat(outside.getString("role")).isEqualTo("platform_admin");
        assertThat(outside.getJsonArray("permissions")).containsOnly("platform:tenants");

        JsonObject inside = claims(passport(token, acme.slug()));
        assertThat(inside.getString("tenant")).isEqualTo(acme.id());
        assertThat(inside.getString("role")).isEqualTo("platform_admin");
        assertThat(inside.getJsonArray("permissions")).contains("platform:tenants", "members:manage");

        askForPassport("oidc", token, "no-such-" + unique(), false)
                .then()
                .statusCode(403)
                .body("type", is("/problems/tenant-unknown"));
    }

    @Test
    void whoIsAPlatformAdministratorNoLongerIsNotRenewedAsOne() {
        String subject = "ops-" + unique();
        String before = passport(
                TestIdentityProvider.token(subject, "ops@example.test")
                        .platformAdmin()
                        .sign(),
                null);
        TestWorld.renew(before).then().statusCode(200);

        askForPassport(
                "oidc", TestIdentityProvider.token(subject, "ops@example.test").sign(), null, true);

        TestWorld.renew(before).then().statusCode(401).body("type", is("/problems/sign-in-again"));
    }

    @Test
    void aKeyActsForItsTenant() {
        Organisation acme = organisation();
        String key = apiKey(acme);

        JsonObject claims = claims(askForPassport("api-key", key, null, false)
                .then()
                .statusCode(200)
                .body("actor.type", is("api-key"))
                .body("tenantId", is(acme.id()))
                .extract()
                .path("passport"));

        assertThat(claims.getString("tenant")).isEqualTo(acme.id());
        assertThat(claims.getString("role")).isEqualTo("agent");
        assertThat(claims.getJsonArray("permissions")).containsOnly("messages:send");
        askForPassport("api-key", key, acme.slug(), false).then().statusCode(200);
        askForPassport("api-key", key, organisation().slug(), false).then().statusCode(403);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        Organisation acme = organisation();
        String key = apiKey(acme);
        String before = askForPassport("api-key", key, null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");
        String id = asOwner(acme).get("/api/v1/api-keys").then().extract().path("items[0].id");

        asOwner(acme).delete("/api/v1/api-keys/" + id).then().statusCode(204);

        askForPassport("api-key", key, null, false)
                .then()
                .statusCode(401)
                .body("type", is("/problems/api-key-not-accepted"));
        TestWorld.renew(before).then().statusCode(401);
    }

    @Test
    void aKeyThatIsNotQuiteRightIsRefused() {
        String key = apiKey(organisation());
        char last = key.charAt(key.length() - 1);
        String other = key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');

        for (String wrong : List.of(other, "tk_", "nonsense", key.substring(0, 20))) {
            askForPassport("api-key", wrong, null, false).then().statusCode(401);
        }
    }

    @Test
    void aDeactivatedMemberIsRefusedAtOnce() {
        Organisation acme = organisation();
        String email = "ben-" + unique() + "@example.test";
        String memberId = member(acme, email, "agent");
        String before = passport(token(email), null);
        TestWorld.renew(before).then().statusCode(200);

        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + memberId)
                .then()
                .statusCode(200);

        askForPassport("oidc", token(email), null, false).then().statusCode(403);
        TestWorld.renew(before).then().statusCode(403).body("type", is("/problems/not-a-member"));
    }

    @Test
    void aRenewedPassportSaysWhatItsHolderIsByNow() {
        Organisation acme = organisation();
        String email = "cleo-" + unique() + "@example.test";
        String memberId = member(acme, email, "agent");
        String before = passport(token(email), null);
        asOwner(acme)
                .body("{\"role\":\"viewer\",\"permissions\":[\"labels:manage\"]}")
                .patch("/api/v1/members/" + memberId)
                .then()
                .statusCode(200);

        TestWorld.renew(before)
                .then()
                .statusCode(200)
                .body("passport", not(is(before)))
                .body("role", is("viewer"))
                .body("permissions", hasItem("labels:manage"))
                .body("permissions", not(hasItem("messages:send")))
                .body("actor.memberId", is(memberId));
    }

    @Test
    void whatIsNoPassportIsNotRenewed() {
        TestWorld.renew(token("x@example.test")).then().statusCode(401);
        TestWorld.renew("nonsense").then().statusCode(401);
    }

    @Test
    void everyoneCanReadThePublicKeysAndNobodyThePrivateOnes() {
        String kid = header(passport(token(organisation().ownerEmail()), null)).getString("kid");

        given().get("/internal/jwks")
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("keys.kid", hasItem(kid))
                .body("keys.kty.unique()", contains("RSA"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void aTamperedPassportIsNone() {
        String passport = passport(token(organisation().ownerEmail()), null);
        String[] parts = passport.split("\\.", -1);
        JsonObject claims = claims(passport).put("role", "platform_admin");
        String forged = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];

        with(forged).get("/api/v1/me").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    private static String apiKey(Organisation organisation) {
        return asOwner(organisation)
                .body("{\"name\":\"shop\",\"role\":\"agent\",\"scopes\":[\"messages:send\"]}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static JsonObject claims(String token) {
        return part(token, 1);
    }

    private static JsonObject header(String token) {
        return part(token, 0);
    }

    private static JsonObject part(String token, int place) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[place]);
        return new JsonObject(new String(json, StandardCharsets.UTF_8));
    }
}
