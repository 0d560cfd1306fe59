package dev.tertulia.tenant.mail;

import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.Mailbox.Received;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mail reaches the server, or it is known that it does not. */
@QuarkusTest
class MailDeliveryIT {
    @Inject
    MailQueue queue;

    @Inject
    MailStore store;

    @Inject
    FieldCipher cipher;

    @Inject
    TenantDatabase database;

    @Inject
    UnitOfWork unitOfWork;

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void whatABusyServerDoesNotTakeIsTriedAgain() {
        String email = "busy-" + unique() + "@example.test";
        invite(email);

        assertThat(Mailbox.last(email, 1).token()).isNotBlank();
        await().untilAsserted(() -> assertThat(kept()).isZero());
    }

    @Test
    void whatTheServerWillNotHaveIsGivenUpAndSaidAndForgotten() {
        String email = "nobody-" + unique() + "@example.test";
        String id = invite(email);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> asOwner(acme)
                        .get("/api/v1/invitations/" + id)
                        .then()
                        .body("mail", is("failed"))
                        .body("status", is("pending")));
        assertThat(TestSql.text("select problem from tenant.mail where tenant_id = ?::uuid", acme.id()))
                .isEqualTo("smtp-550");
        assertThat(TestSql.text("select content from tenant.mail where tenant_id = ?::uuid", acme.id()))
                .isEmpty();
        asOwner(acme).get("/api/v1/invitations").then().body("items.mail", hasItem("failed"));
    }

    @Test
    void whatRollsBackIsWrittenToNobody() {
        String email = "rolled-" + unique() + "@example.test";
        String later = "later-" + unique() + "@example.test";

        Uni<Void> work = unitOfWork.as(
                UUID.fromString(acme.id()),
                () -> database.inTransaction(connection -> queue.add(mail(email))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("Rolled back")))));
        assertThat(work.onFailure().recoverWithNull().await().indefinitely()).isNull();

        invite(later);
        Mailbox.last(later, 1);
        assertThat(Mailbox.of(email)).isEmpty();
    }

    @Test
    void whoDiesWhileSendingLeavesItToBeSentAgainUnderTheSameId() {
        String email = "twice-" + unique() + "@example.test";
        UUID tenant = UUID.fromString(acme.id());
        // As a process that has taken it, handed it over, and died before it could write that down.
        NewMail mail = mail(email);
        UUID id = mail.id();
        queue(mail);
        Received first = Mailbox.last(email, 1);
        await().untilAsserted(() -> assertThat(kept()).isZero());
        TestSql.execute("""
                insert into tenant.mail (tenant_id, id, kind, content, attempts, due_at, useful_until)
                values (?, ?, 'invitation', ?, 1, now() - interval '1 second', now() + interval '1 hour')""", tenant, id, resealed(tenant, id, email));

        Received second = Mailbox.last(email, 2);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void whatHasLostItsUseIsNotSent() {
        String email = "late-" + unique() + "@example.test";
        UUID id = UUID.randomUUID();
        queue(new NewMail(
                id, MailKind.INVITATION, email, "es", values(), Instant.now().minusSeconds(1)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestSql.text("select problem from tenant.mail where id = ?", id))
                        .isEqualTo("too-late"));
        assertThat(Mailbox.of(email)).isEmpty();
    }

    @Test
    void whatWasGivenUpLongAgoIsForgotten() {
        String email = "nobody-" + unique() + "@example.test";
        invite(email);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> TestSql.number(
                                "select count(*) from tenant.mail where given_up and tenant_id = ?::uuid", acme.id())
                        == 1);

        TestSql.execute("update tenant.mail set due_at = now() where tenant_id = ?::uuid", acme.id());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kept()).isZero());
    }

    @Test
    void whatWaitsCannotBeRead() {
        UUID tenant = UUID.fromString(acme.id());
        String email = "sealed-" + unique() + "@example.test";

        String content = resealed(tenant, UUID.randomUUID(), email);

        assertThat(content).matches("k[0-9]+\\.[A-Za-z0-9_-]+");
    }

    @Test
    void anAttemptIsOneProcess() {
        UUID tenant = UUID.fromString(acme.id());
        UUID id = UUID.randomUUID();
        TestSql.execute("""
                insert into tenant.mail (tenant_id, id, kind, content, attempts, due_at, useful_until)
                values (?, ?, 'invitation', ?, 0, now() + interval '1 hour', now() + interval '2 hours')""", tenant, id, resealed(tenant, id, "one-" + unique() + "@example.test"));
        MailPlace place = new MailPlace(tenant, id);

        assertThat(store.take(place).await().indefinitely()).isEmpty();
    }

    @Test
    void howMuchWaitsIsMeasured() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("mail_waiting"));
        given().get("/q/health/well").then().body("checks.name", hasItem("Mail"));
    }

    private String invite(String email) {
        return asOwner(acme)
                .body(new JsonObject().put("email", email).put("role", "agent").encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void queue(NewMail mail) {
        unitOfWork
                .as(UUID.fromString(acme.id()), () -> database.inTransaction(connection -> queue.add(mail)))
                .await()
                .indefinitely();
    }

    private int kept() {
        return TestSql.number("select count(*) from tenant.mail where tenant_id = ?::uuid", acme.id());
    }

    private String resealed(UUID tenant, UUID id, String email) {
        return cipher.encrypt(MailContent.of(mail(email)).write(), new MailPlace(tenant, id).associatedData());
    }

    private static NewMail mail(String email) {
        return new NewMail(
                UUID.randomUUID(),
                MailKind.INVITATION,
                email,
                "es",
                values(),
                Instant.now().plus(Duration.ofHours(1)));
    }

    private static Map<String, String> values() {
        return Map.of(
                "tenant",
                "Luna",
                "inviter",
                "Ana",
                "role",
                "agent",
                "message",
                "",
                "link",
                "https://x#token=in_x",
                "days",
                "7");
    }
}
