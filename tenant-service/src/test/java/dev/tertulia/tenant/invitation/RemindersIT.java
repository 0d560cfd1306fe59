package dev.tertulia.tenant.invitation;

import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.invitation.Inviting.address;
import static dev.tertulia.tenant.invitation.Inviting.agent;
import static dev.tertulia.tenant.invitation.Inviting.expire;
import static dev.tertulia.tenant.invitation.Inviting.invite;
import static dev.tertulia.tenant.invitation.Inviting.invited;
import static dev.tertulia.tenant.invitation.Inviting.lookUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.tenant.AtOnce;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.Mailbox.Received;
import dev.tertulia.tenant.TestPeople;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was invited and has not come is asked again, not too often. */
@QuarkusTest
@TestProfile(TestPeople.AreOurs.class)
class RemindersIT {
    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void aReminderBringsANewLinkAndEndsTheOldOne() {
        String email = address();
        String id = invited(acme, email);
        String first = Mailbox.last(email, 1).token();
        asOwner(acme)
                .post("/api/v1/invitations/" + id + "/remind")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
        sendBack(id, "6 days");

        asOwner(acme)
                .post("/api/v1/invitations/" + id + "/remind")
                .then()
                .statusCode(200)
                .body("reminders", is(1));

        Received reminder = Mailbox.last(email, 2);
        assertThat(reminder.subject()).startsWith("Recordatorio: ");
        lookUp(first).then().statusCode(404);
        lookUp(reminder.token()).then().statusCode(200).body("status", is("pending"));
    }

    @Test
    void nobodyIsRemindedForEver() {
        String id = invited(acme, address());
        for (int i = 0; i < 5; i++) {
            sendBack(id, "2 hours");
            asOwner(acme).post("/api/v1/invitations/" + id + "/remind").then().statusCode(200);
        }
        sendBack(id, "2 hours");

        asOwner(acme)
                .post("/api/v1/invitations/" + id + "/remind")
                .then()
                .statusCode(409)
                .body("type", is("/problems/invitation-reminded-enough"));
    }

    @Test
    void ofTwentyRemindersAtOnceOneIsSent() {
        String email = address();
        String id = invited(acme, email);
        Mailbox.last(email, 1);
        sendBack(id, "2 hours");

        List<Integer> answers = AtOnce.times(
                20,
                i -> asOwner(acme).post("/api/v1/invitations/" + id + "/remind").statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(19);
    }

    @Test
    void remindersCountAmongWhatCanBeSentInADay() {
        List<String> ids = Stream.generate(() -> invited(acme, address()))
                .limit(4)
                .peek(id -> sendBack(id, "2 hours"))
                .toList();
        TestSql.execute(
                "update tenant.invitation set mails_at = array_fill(now(), array[195]) where id = ?::uuid",
                ids.getFirst());

        List<Integer> answers = AtOnce.times(
                4,
                i -> asOwner(acme)
                        .post("/api/v1/invitations/" + ids.get(i) + "/remind")
                        .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(200, 200, 429, 429);
        invite(acme, agent(address())).then().statusCode(429).body("type", is("/problems/too-many-requests"));
    }

    @Test
    void whatIsOverIsNotRemindedOf() {
        String cancelled = invited(acme, address());
        asOwner(acme).delete("/api/v1/invitations/" + cancelled).then().statusCode(204);
        String expired = invited(acme, address());
        expire(expired);

        for (String id : List.of(cancelled, expired)) {
            asOwner(acme)
                    .post("/api/v1/invitations/" + id + "/remind")
                    .then()
                    .statusCode(409)
                    .body("type", is("/problems/invitation-not-pending"));
        }
    }

    private static void sendBack(String id, String interval) {
        TestSql.execute(
                "update tenant.invitation set sent_at = sent_at - ?::interval where id = ?::uuid", interval, id);
    }
}
