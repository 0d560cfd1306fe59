package dev.tertulia.tenant.signup;

import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static dev.tertulia.tenant.signup.Signups.PASSWORD;
import static dev.tertulia.tenant.signup.Signups.address;
import static dev.tertulia.tenant.signup.Signups.begin;
import static dev.tertulia.tenant.signup.Signups.begun;
import static dev.tertulia.tenant.signup.Signups.confirm;
import static dev.tertulia.tenant.signup.Signups.network;
import static dev.tertulia.tenant.signup.Signups.owned;
import static dev.tertulia.tenant.signup.Signups.slugOf;
import static dev.tertulia.tenant.signup.Signups.wanted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.tenant.AtOnce;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.Mailbox.Received;
import dev.tertulia.tenant.TestPeople;
import dev.tertulia.tenant.TestSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers found tenants. */
@QuarkusTest
@TestProfile(TestPeople.AreOurs.class)
class SignupIT {
    @Inject
    TestPeople people;

    @AfterEach
    void lookAfterPeopleAgain() {
        people.comeFromElsewhere(false);
    }

    @Test
    void aStrangerFoundsATenantAndOwnsIt() {
        String email = address();
        String name = "Panadería " + unique();
        String id = begun(email, name);

        String slug = confirm(id, Mailbox.last(email, 1).code())
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("name", is(name))
                .body("slug", is(Slugs.proposedFor(name)))
                .body("status", is("trialing"))
                .body("locale", is("es-CO"))
                .body("timezone", is("America/Bogota"))
                .extract()
                .path("slug");

        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
        with(passport(token(email), slug)).get("/api/v1/me").then().body("role", is("owner"));
        assertThat(PublishedAudit.await(TestSql.tenant(slug), 2))
                .map(json -> new JsonObject(json).encode())
                .filteredOn(entry -> entry.contains("created"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry)
                        .contains("\"actor\":{\"name\":\"Ana Luna\",\"type\":\"user\"}")
                        .contains("\"ip\":\"10."));
    }

    @ParameterizedTest
    @CsvSource({"es-MX,es,es tu código", "en-GB,en,is your code", "de-DE,en,is your code"})
    void theCodeIsWrittenInTheirLanguage(String locale, String language, String words) {
        String email = address();
        begin(wanted(email, "Acme " + unique()).put("locale", locale), network())
                .then()
                .statusCode(202);

        Received mail = Mailbox.last(email, 1);

        assertThat(mail.subject()).contains(words).contains(mail.code());
        assertThat(mail.from()).isEqualTo("Tertulia <no-reply@tertulia.test>");
        assertThat(mail.html()).contains(mail.code()).contains("lang=\"" + language + "\"");
        assertThat(mail.headers()).contains("Auto-Submitted", "Content-Language");
    }

    @Test
    void noWordOfAStrangersGoesToAnAddressThatMayNotBeTheirs() {
        String email = address();
        begin(wanted(email, "Win a prize at evil.example").put("name", "Click evil.example"), network())
                .then()
                .statusCode(202);

        Received mail = Mailbox.last(email, 1);

        assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("evil", "prize");
    }

    @Test
    void anAddressWithAnAccountIsAnsweredAlikeAndFoundsAnotherTenant() {
        String email = address();
        String first = slugOf(
                confirm(begun(email, "One " + unique()), Mailbox.last(email, 1).code()));
        int asked = people.asked();

        Response again = begin(wanted(email, "Two " + unique()), network());

        assertThat(people.asked()).isEqualTo(asked);
        assertThat(again.jsonPath().getMap("").keySet()).containsExactlyInAnyOrder("id", "slug", "codeExpiresAt");
        String second = slugOf(confirm(
                again.then().statusCode(202).extract().path("id"),
                Mailbox.last(email, 2).code(),
                "another password"));
        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
        for (String slug : List.of(first, second)) {
            with(passport(token(email), slug)).get("/api/v1/me").then().body("role", is("owner"));
        }
    }

    @Test
    void whoHasAnAccountNeedsNoPassword() {
        String email = address();
        confirm(begun(email, "One " + unique()), Mailbox.last(email, 1).code());
        String id = begun(email, "Two " + unique());

        given().contentType("application/json")
                .body(new JsonObject()
                        .put("code", Mailbox.last(email, 2).code())
                        .encode())
                .post("/api/v1/signups/" + id + "/confirm")
                .then()
                .statusCode(201);
    }

    @Test
    void aPasswordIsNeededForANewAccountAndMustDo() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        given().contentType("application/json")
                .body(new JsonObject().put("code", code).encode())
                .post("/api/v1/signups/" + id + "/confirm")
                .then()
                .statusCode(422)
                .body("errors[0].field", is("password"));
        confirm(id, code, TestPeople.WEAK_PASSWORD)
                .then()
                .statusCode(422)
                .body("type", is("/problems/password-refused"));
        confirm(id, code).then().statusCode(201);
    }

    @Test
    void whereAccountsComeFromElsewhereNoPasswordIsAskedFor() {
        people.comeFromElsewhere(true);
        String email = address();
        String id = begun(email, "Acme " + unique());

        given().contentType("application/json")
                .body(new JsonObject()
                        .put("code", Mailbox.last(email, 1).code())
                        .encode())
                .post("/api/v1/signups/" + id + "/confirm")
                .then()
                .statusCode(201);
        assertThat(people.has(email)).isFalse();
    }

    @Test
    void confirmingAgainGivesTheSameTenant() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        String first = confirm(id, code).then().statusCode(201).extract().path("id");
        TestSql.execute("update tenant.signup set code_expires_at = now() - interval '1 hour' where id = ?::uuid", id);

        confirm(id, code, "another password").then().statusCode(201).body("id", is(first));
        assertThat(owned(email)).isEqualTo(1);
        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
    }

    @Test
    void confirmingTwentyTimesAtOnceGivesOneTenantWithOneOwner() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        List<String> tenants = AtOnce.times(
                20, i -> confirm(id, code).then().statusCode(201).extract().path("id"));

        assertThat(Set.copyOf(tenants)).hasSize(1);
        assertThat(owned(email)).isEqualTo(1);
    }

    @Test
    void whatBrokeOffBehindTheIdentityProviderIsBroughtToItsEnd() {
        String email = "cut-" + address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        confirm(id, code).then().statusCode(500);
        assertThat(people.has(email)).isTrue();
        assertThat(owned(email)).isZero();

        confirm(id, code).then().statusCode(201);
        assertThat(owned(email)).isEqualTo(1);
    }

    @Test
    void whatBrokeOffBehindTheFoundingIsBroughtToItsEnd() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();
        String tenant = confirm(id, code).then().statusCode(201).extract().path("id");
        // As if the process had died before it could write down that the sign-up is done.
        TestSql.execute("update tenant.signup set confirmed_at = null where id = ?::uuid", id);

        confirm(id, code).then().statusCode(201).body("id", is(tenant));
        assertThat(owned(email)).isEqualTo(1);
    }

    @Test
    void aSlugThatWasTakenMeanwhileIsSaidAndTheCodeStillWorks() {
        String slug = "s-" + unique();
        String ann = address();
        String bob = address();
        String annsId = begin(wanted(ann, "x").put("slug", slug), network())
                .then()
                .extract()
                .path("id");
        String bobsId = begin(wanted(bob, "x").put("slug", slug), network())
                .then()
                .extract()
                .path("id");
        confirm(annsId, Mailbox.last(ann, 1).code()).then().statusCode(201);
        String code = Mailbox.last(bob, 1).code();

        String proposal = confirm(bobsId, code)
                .then()
                .statusCode(409)
                .body("type", is("/problems/slug-taken"))
                .extract()
                .path("proposal");
        assertThat(people.has(bob)).isFalse();
        assertThat(proposal).isEqualTo(slug + "-2");

        given().contentType("application/json")
                .body(new JsonObject()
                        .put("code", code)
                        .put("password", PASSWORD)
                        .put("slug", proposal)
                        .encode())
                .post("/api/v1/signups/" + bobsId + "/confirm")
                .then()
                .statusCode(201)
                .body("slug", is(proposal));
    }

    @Test
    void twoWhoWantOneSlugAtOnceDoNotBothGetIt() {
        String slug = "s-" + unique();
        List<String[]> both = IntStream.range(0, 2)
                .mapToObj(i -> {
                    String email = address();
                    String id = begin(wanted(email, "x").put("slug", slug), network())
                            .then()
                            .extract()
                            .path("id");
                    return new String[] {id, Mailbox.last(email, 1).code()};
                })
                .toList();

        List<Integer> answers =
                AtOnce.times(2, i -> confirm(both.get(i)[0], both.get(i)[1]).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aTakenSlugIsSaidAtOnceAndAProposedOneIsFree() {
        String name = "Luna " + unique();
        String email = address();
        String slug = slugOf(confirm(begun(email, name), Mailbox.last(email, 1).code()));

        begin(wanted(address(), name).put("slug", slug), network())
                .then()
                .statusCode(409)
                .body("type", is("/problems/slug-taken"))
                .body("proposal", is(slug + "-2"));
        begin(wanted(address(), name), network()).then().statusCode(202).body("slug", is(slug + "-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "platform", "a--b", "-ab", "Ab-c"})
    void aSlugThatIsNobodysIsSaid(String slug) {
        begin(wanted(address(), "x").put("slug", slug), network())
                .then()
                .statusCode(422)
                .body("errors[0].field", is("slug"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"ana@example.test\"}",
                "{\"email\":\"a@b.test\\r\\nBcc: c@d.test\",\"name\":\"A\",\"tenantName\":\"B\",\"country\":\"CO\"}",
                "{\"email\":\"a@b.test\",\"name\":\" \",\"tenantName\":\"B\",\"country\":\"CO\"}",
                "{\"email\":\"a@b.test\",\"name\":\"A\",\"tenantName\":\"B\",\"country\":\"XX\"}",
                "{\"email\":\"a@b.test\",\"name\":\"A\",\"tenantName\":\"B\",\"country\":\"CO\",\"status\":\"active\"}"
            })
    void whatIsNoSignUpIsSaid(String body) {
        given().contentType("application/json")
                .header("X-Forwarded-For", network())
                .body(body)
                .post("/api/v1/signups")
                .then()
                .statusCode(422);
    }

    @Test
    void anUnknownSignUpIsNotThere() {
        confirm(UUID.randomUUID().toString(), "12345678")
                .then()
                .statusCode(404)
                .body("type", is("/problems/signup-not-found"));
        given().post("/api/v1/signups/" + UUID.randomUUID() + "/resend").then().statusCode(404);
    }
}
