package dev.tertulia.tenant.signup;

import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.signup.Signups.address;
import static dev.tertulia.tenant.signup.Signups.begin;
import static dev.tertulia.tenant.signup.Signups.begun;
import static dev.tertulia.tenant.signup.Signups.confirm;
import static dev.tertulia.tenant.signup.Signups.network;
import static dev.tertulia.tenant.signup.Signups.wanted;
import static dev.tertulia.tenant.signup.Signups.wrong;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.tertulia.tenant.AtOnce;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.TestPeople;
import dev.tertulia.tenant.TestSql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** How often codes can be asked for and guessed at, and how long they are worth something. */
@QuarkusTest
@TestProfile(TestPeople.AreOurs.class)
class SignupLimitsIT {
    @Inject
    TestPeople people;

    @Inject
    SignupPurge purge;

    @Test
    void aCodeCanBeGuessedAtFiveTimes() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        for (int left = 4; left >= 0; left--) {
            confirm(id, wrong(code))
                    .then()
                    .statusCode(422)
                    .body("type", is("/problems/code-wrong"))
                    .body("triesLeft", is(left));
        }

        confirm(id, code).then().statusCode(409).body("type", is("/problems/code-expired"));
        assertThat(people.has(email)).isFalse();
    }

    @Test
    void fiftyGuessesAtOnceAreFive() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code();

        List<Integer> answers = AtOnce.times(50, i -> confirm(id, wrong(code)).statusCode());

        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(45);
    }

    @Test
    void aCodeIsWorthNothingAfterTenMinutes() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        TestSql.execute(
                "update tenant.signup set code_expires_at = code_expires_at - interval '10 minutes 1 second' where id = ?::uuid",
                id);

        confirm(id, Mailbox.last(email, 1).code()).then().statusCode(409).body("type", is("/problems/code-expired"));
    }

    @Test
    void anotherCodeTakesThePlaceOfTheOneBefore() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String first = Mailbox.last(email, 1).code();
        for (int i = 0; i < 5; i++) {
            confirm(id, wrong(first));
        }

        given().header("X-Forwarded-For", network())
                .post("/api/v1/signups/" + id + "/resend")
                .then()
                .statusCode(202)
                .body("id", is(id));

        String second = Mailbox.last(email, 2).code();
        confirm(id, first).then().statusCode(422);
        confirm(id, second).then().statusCode(201);
        given().post("/api/v1/signups/" + id + "/resend")
                .then()
                .statusCode(409)
                .body("type", is("/problems/signup-confirmed"));
    }

    @Test
    void whoAsksTooOftenForOneAddressIsToldHowLongToWait() {
        String email = address();
        String network = network();
        for (int i = 0; i < 5; i++) {
            begin(wanted(email, "Acme " + unique()), network).then().statusCode(202);
        }

        String wait = begin(wanted(email, "Acme " + unique()), network)
                .then()
                .statusCode(429)
                .body("type", is("/problems/too-many-requests"))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(600, 720);
        begin(wanted(address(), "Acme " + unique()), network).then().statusCode(202);
    }

    @Test
    void thatOthersAskForTheAddressNobodyIsTold() {
        String email = address();
        for (int i = 0; i < 10; i++) {
            begin(wanted(email, "Acme " + unique()), network()).then().statusCode(202);
        }

        Mailbox.all(email, 8);
        String later = address();
        begun(later, "Acme " + unique());
        Mailbox.last(later, 1);
        assertThat(Mailbox.of(email)).hasSize(8);
    }

    @Test
    void oneNetworkBeginsTwentyAtOnceHoweverManyAddressesItHas() {
        int block = ThreadLocalRandom.current().nextInt(0x10000);
        List<Integer> answers = AtOnce.times(
                30,
                i -> begin(wanted(address(), "Acme " + unique()), "2001:db8:%x:1::%x".formatted(block, i))
                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 202).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(10);
    }

    @Test
    void whatIsKeptTellsNoCode() {
        String email = address();
        String id = begun(email, "Acme " + unique());
        String code = Mailbox.last(email, 1).code().replace(" ", "");

        assertThat(TestSql.text("select row_to_json(s)::text from tenant.signup s where id = ?::uuid", id))
                .doesNotContain(code);
    }

    @Test
    void oldOnesAreForgotten() {
        String email = address();
        String old = begun(email, "Acme " + unique());
        String young = begun(address(), "Acme " + unique());
        TestSql.execute(
                "update tenant.signup set created_at = created_at - interval '25 hours' where id = ?::uuid", old);

        assertThat(purge.purge().await().indefinitely()).isPositive();

        confirm(old, "12345678").then().statusCode(404);
        confirm(young, "12345678").then().statusCode(422);
    }
}
