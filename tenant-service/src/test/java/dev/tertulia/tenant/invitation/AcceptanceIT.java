package dev.tertulia.tenant.invitation;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.invitation.Inviting.address;
import static dev.tertulia.tenant.invitation.Inviting.lookUp;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.tenant.AtOnce;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestPeople;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import dev.tertulia.tenant.identity.NewPerson;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People say yes. */
@QuarkusTest
@TestProfile(TestPeople.AreOurs.class)
class AcceptanceIT {
    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    TestPeople people;

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @AfterEach
    void lookAfterPeopleAgain() {
        people.comeFromElsewhere(false);
    }

    @Test
    void somebodyNewGetsAnAccountAndIsAMember() {
        String email = address();
        String id = invited(email, "supervisor");

        String member = accept(asNobody(), Mailbox.last(email, 1).token(), PASSWORD, "Marta Ríos")
                .then()
                .statusCode(200)
                .body("tenant.slug", is(acme.slug()))
                .body("member.email", is(email))
                .body("member.name", is("Marta Ríos"))
                .body("member.role", is("supervisor"))
                .extract()
                .path("member.id");

        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
        as(email, acme).get("/api/v1/me").then().body("role", is("supervisor")).body("actor.memberId", is(member));
        asOwner(acme)
                .get("/api/v1/invitations/" + id)
                .then()
                .body("status", is("accepted"))
                .body("memberId", is(member));
        assertThat(PublishedAudit.await(UUID.fromString(acme.id()), 7))
                .map(json -> new JsonObject(json).encode())
                .anySatisfy(entry -> assertThat(entry)
                        .contains("\"name\":\"Marta Ríos\"")
                        .contains("\"type\":\"member\"")
                        .contains("created"));
    }

    @Test
    void acceptingAgainGivesTheSameAnswerAndChangesNothing() {
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();
        String first = accept(asNobody(), token, PASSWORD, null)
                .then()
                .statusCode(200)
                .extract()
                .path("member.id");
        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + first)
                .then()
                .statusCode(200);

        accept(asNobody(), token, "another password", "Somebody else")
                .then()
                .statusCode(200)
                .body("member.id", is(first))
                .body("member.active", is(false));
        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
    }

    @Test
    void ofTwentyAtOnceThereIsOneMember() {
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        List<String> members = AtOnce.times(
                20,
                i -> accept(asNobody(), token, PASSWORD, null)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("member.id"));

        assertThat(Set.copyOf(members)).hasSize(1);
        assertThat(TestSql.number("select count(*) from tenant.member where email = ?", email))
                .isEqualTo(1);
    }

    @Test
    void fiftyAtOnceForTheLastSeatMakeOneMember() {
        List<String> emails = IntStream.range(0, 50).mapToObj(i -> address()).toList();
        emails.forEach(email -> invited(email, "agent"));
        List<String> tokens =
                emails.stream().map(email -> Mailbox.last(email, 1).token()).toList();
        // The owner has the other one.
        limit(2);

        List<Response> answers = AtOnce.times(50, i -> accept(asNobody(), tokens.get(i), PASSWORD, null));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 403)
                .hasSize(49)
                .allSatisfy(answer -> assertThat(answer.<String>path("type")).isEqualTo("/problems/limit-reached"));
        assertThat(TestSql.number("select count(*) from tenant.member where active and tenant_id = ?::uuid", acme.id()))
                .isEqualTo(2);
        assertThat(TestSql.number(
                        "select count(*) from tenant.invitation where status = 'pending' and tenant_id = ?::uuid",
                        acme.id()))
                .isEqualTo(49);
    }

    @Test
    void whoFoundNoSeatFindsOneWhenThereIsRoom() {
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();
        limit(1);
        accept(asNobody(), token, PASSWORD, null).then().statusCode(403).body("type", is("/problems/limit-reached"));

        limit(2);

        accept(asNobody(), token, PASSWORD, null).then().statusCode(200);
    }

    @Test
    void whatBrokeOffBehindTheIdentityProviderIsBroughtToItsEnd() {
        String email = "cut-" + address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        accept(asNobody(), token, PASSWORD, null).then().statusCode(500);
        assertThat(people.has(email)).isTrue();

        accept(asNobody(), token, PASSWORD, null).then().statusCode(200);
        as(email, acme).get("/api/v1/me").then().body("role", is("agent"));
    }

    @Test
    void whoHasAnAccountSignsInFirst() {
        String email = address();
        people.register(new NewPerson(email, "Marta", "es", PASSWORD)).await().indefinitely();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        lookUp(token).then().body("way", is("sign-in"));
        accept(asNobody(), token, "another password", null)
                .then()
                .statusCode(401)
                .body("type", is("/problems/sign-in-to-accept"));
        accept(asUser(email), token, null, null).then().statusCode(200).body("member.email", is(email));

        as(email, acme).get("/api/v1/me").then().body("role", is("agent"));
        assertThat(people.account(email).password()).isEqualTo(PASSWORD);
    }

    @Test
    void aMemberElsewhereBecomesOneHereToo() {
        Organisation globex = organisation();
        String email = address();
        member(globex, email, "admin");
        invited(email, "viewer");

        accept(as(email, globex), Mailbox.last(email, 1).token(), null, null)
                .then()
                .statusCode(200);

        as(email, acme).get("/api/v1/me").then().body("role", is("viewer"));
        as(email, globex).get("/api/v1/me").then().body("role", is("admin"));
        assertThat(PublishedAudit.await(UUID.fromString(acme.id()), 7))
                .map(json -> new JsonObject(json).encode())
                .noneSatisfy(entry -> assertThat(entry).contains("\"role\":\"admin\"", "\"actor\""));
    }

    @Test
    void whoIsSignedInWithAnotherAddressIsTold() {
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        accept(asUser(address()), token, PASSWORD, null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/invitation-for-another"));
        accept(unverified(email), token, PASSWORD, null)
                .then()
                .statusCode(403)
                .body("type", is("/problems/invitation-for-another"));
        assertThat(people.has(email)).isFalse();
    }

    @Test
    void aKeyAcceptsNothing() {
        String email = address();
        invited(email, "agent");
        String key = asOwner(acme)
                .body("{\"name\":\"Shop\",\"role\":\"agent\"}")
                .post("/api/v1/api-keys")
                .then()
                .extract()
                .path("key");

        accept(
                        with(askForPassport("api-key", key, null, false)),
                        Mailbox.last(email, 1).token(),
                        null,
                        null)
                .then()
                .statusCode(403);
    }

    @Test
    void aCredentialThatIsNoneIsNotPassedOver() {
        accept(
                        given().header("Authorization", "Bearer nonsense"),
                        "in_00000000000000000000000000000000000000",
                        null,
                        null)
                .then()
                .statusCode(401);
    }

    @Test
    void whoWasDeactivatedComesBackAsWhatTheyAreInvitedTo() {
        String email = address();
        String before = member(acme, email, "admin");
        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + before)
                .then()
                .statusCode(200);
        invited(email, "viewer");

        accept(asUser(email), Mailbox.last(email, 1).token(), null, null)
                .then()
                .statusCode(200)
                .body("member.id", is(before))
                .body("member.active", is(true))
                .body("member.role", is("viewer"));
    }

    @Test
    void whoWasMadeAMemberMeanwhileStaysWhatTheyAre() {
        String email = address();
        invited(email, "viewer");
        String made = member(acme, email, "supervisor");

        accept(asNobody(), Mailbox.last(email, 1).token(), PASSWORD, null)
                .then()
                .statusCode(200)
                .body("member.id", is(made))
                .body("member.role", is("supervisor"));
    }

    @Test
    void afterSevenDaysItIsTooLate() {
        String email = address();
        String id = invited(email, "agent");
        String token = Mailbox.last(email, 1).token();
        TestSql.execute(
                "update tenant.invitation set expires_at = expires_at - interval '7 days' where id = ?::uuid", id);

        lookUp(token).then().statusCode(409).body("type", is("/problems/invitation-expired"));
        accept(asNobody(), token, PASSWORD, null)
                .then()
                .statusCode(409)
                .body("type", is("/problems/invitation-expired"));
        assertThat(people.has(email)).isFalse();
    }

    @Test
    void aPasswordIsNeededAndMustDo() {
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        accept(asNobody(), token, null, null).then().statusCode(422).body("errors[0].field", is("password"));
        accept(asNobody(), token, TestPeople.WEAK_PASSWORD, null)
                .then()
                .statusCode(422)
                .body("type", is("/problems/password-refused"));
        accept(asNobody(), token, PASSWORD, null).then().statusCode(200);
    }

    @Test
    void whereAccountsComeFromElsewhereEverybodySignsIn() {
        people.comeFromElsewhere(true);
        String email = address();
        invited(email, "agent");
        String token = Mailbox.last(email, 1).token();

        lookUp(token).then().body("way", is("sign-in"));
        accept(asNobody(), token, PASSWORD, null).then().statusCode(401);
        accept(asUser(email), token, null, null).then().statusCode(200);
    }

    @Test
    void whatWasAcceptedIsNotCancelled() {
        String email = address();
        String id = invited(email, "agent");
        accept(asNobody(), Mailbox.last(email, 1).token(), PASSWORD, null)
                .then()
                .statusCode(200);

        asOwner(acme)
                .delete("/api/v1/invitations/" + id)
                .then()
                .statusCode(409)
                .body("type", is("/problems/invitation-not-pending"));
    }

    private void limit(int members) {
        TestSql.execute("""
                insert into tenant.tenant_standing (tenant_id, status, timezone, sequence, limits)
                values (?::uuid, 'active', 'UTC', 1, jsonb_build_object('members', ?::integer))
                on conflict (tenant_id) do update set limits = excluded.limits""", acme.id(), members);
    }

    private String invited(String email, String role) {
        return asOwner(acme)
                .body(new JsonObject().put("email", email).put("role", role).encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response accept(
            RequestSpecification who, String token, @Nullable String password, @Nullable String name) {
        return who.contentType("application/json")
                .body(new JsonObject()
                        .put("token", token)
                        .put("password", password)
                        .put("name", name)
                        .encode())
                .post("/api/v1/invitations/accept");
    }

    private static RequestSpecification asNobody() {
        return given();
    }

    /** Signed in, without saying in which tenant, as the gateway lets them in here. */
    private static RequestSpecification asUser(String email) {
        return with(askForPassport("oidc", token(email), null, true));
    }

    private static RequestSpecification unverified(String email) {
        String token = TestIdentityProvider.token("unverified-" + email, email)
                .with("email_verified", false)
                .sign();
        return with(askForPassport("oidc", token, null, true));
    }

    private static RequestSpecification with(Response passport) {
        return given().header(
                        "Authorization",
                        "Bearer " + passport.then().statusCode(200).extract().path("passport"));
    }
}
