package dev.tertulia.tenant.invitation;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.invitation.Inviting.address;
import static dev.tertulia.tenant.invitation.Inviting.agent;
import static dev.tertulia.tenant.invitation.Inviting.expire;
import static dev.tertulia.tenant.invitation.Inviting.invite;
import static dev.tertulia.tenant.invitation.Inviting.invited;
import static dev.tertulia.tenant.invitation.Inviting.lookUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.tenant.AtOnce;
import dev.tertulia.tenant.Mailbox;
import dev.tertulia.tenant.Mailbox.Received;
import dev.tertulia.tenant.TestPeople;
import dev.tertulia.tenant.TestSql;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Managers ask people to become members. */
@QuarkusTest
@TestProfile(TestPeople.AreOurs.class)
class InvitationIT {
    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void somebodyIsInvitedByMail() {
        String email = address();
        String id = invite(
                        acme,
                        new JsonObject()
                                .put("email", "MARTA-" + email)
                                .put("name", "Marta Ríos")
                                .put("role", "agent")
                                .put("permissions", List.of("labels:manage"))
                                .put("message", "¡Empezamos el lunes!\nTrae café."))
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/invitations/"))
                .body("email", is("marta-" + email))
                .body("status", is("pending"))
                .body("mail", is("waiting"))
                .body("locale", is("es"))
                .body("permissions", contains("labels:manage"))
                .body("token", nullValue())
                .extract()
                .path("id");

        Received mail = Mailbox.last("marta-" + email, 1);

        assertThat(mail.subject()).isEqualTo("Name of " + acme.ownerEmail() + " te invita a Tenant " + acme.slug());
        assertThat(mail.text())
                .contains("como agente")
                .contains("> ¡Empezamos el lunes!\n> Trae café.")
                .contains("https://console.tertulia.test/accept-invitation#token=" + mail.token())
                .contains("7 días");
        assertThat(mail.html())
                .contains("href=\"https://console.tertulia.test/accept-invitation#token=" + mail.token() + "\"")
                .contains("¡Empezamos el lunes!\nTrae café.");
        // It is there a moment before it is written down that the server has it.
        await().untilAsserted(() -> asOwner(acme)
                .get("/api/v1/invitations/" + id)
                .then()
                .statusCode(200)
                .body("mail", is("sent"))
                .body("invitedByName", is("Name of " + acme.ownerEmail())));
    }

    @ParameterizedTest
    @CsvSource({"es-CO,te invita a,como agente", "en,invites you to,as an agent", "pt-BR,invites you to,as an agent"})
    void theMailIsInTheirLanguage(String locale, String words, String role) {
        String email = address();
        invite(acme, agent(email).put("locale", locale)).then().statusCode(201).body("locale", is(locale));

        Received mail = Mailbox.last(email, 1);

        assertThat(mail.subject()).contains(words);
        assertThat(mail.text()).contains(role);
        assertThat(mail.html()).contains(words).contains(role);
    }

    @Test
    void namesAreTextWhereverTheyStand() {
        asOwner(acme)
                .body("{\"name\":\"<b>Luna</b> & \\\"Sol\\\" مخبز القمر\\u202E\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(200);
        String email = address();
        invite(acme, agent(email).put("message", "<script>alert(1)</script>\r\nBcc: eve@example.test"))
                .then()
                .statusCode(201);

        Received mail = Mailbox.last(email, 1);

        assertThat(mail.to()).containsExactly(email);
        assertThat(mail.headers()).doesNotContain("Bcc");
        assertThat(mail.subject()).endsWith("\u2068<b>Luna</b> & \"Sol\" مخبز القمر\u2069");
        assertThat(mail.text()).contains("> <script>alert(1)</script>\n> Bcc: eve@example.test");
        assertThat(mail.html())
                .contains("&lt;b&gt;Luna&lt;/b&gt; &amp; &quot;Sol&quot; مخبز القمر")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>", "<b>", "\u202E");
    }

    @Test
    void aNameCannotAddAHeader() {
        TestSql.execute(
                "update tenant.tenant set name = E'Luna\\r\\nBcc: eve@example.test' where tenant_id = ?::uuid",
                acme.id());
        String email = address();
        invite(acme, agent(email)).then().statusCode(201);

        Received mail = Mailbox.last(email, 1);

        assertThat(mail.headers()).doesNotContain("Bcc");
        assertThat(mail.subject()).endsWith("Luna Bcc: eve@example.test");
        assertThat(Mailbox.of("eve@example.test")).isEmpty();
    }

    @Test
    void onlyManagersInvite() {
        for (String role : List.of("agent", "viewer", "supervisor")) {
            asNew(acme, role)
                    .body(agent(address()).encode())
                    .post("/api/v1/invitations")
                    .then()
                    .statusCode(403)
                    .body("type", is("/problems/permission-missing"));
            asNew(acme, role).get("/api/v1/invitations").then().statusCode(403);
        }
        asNew(acme, "admin")
                .body(agent(address()).encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
    }

    @Test
    void nobodyInvitesToMoreThanTheyHave() {
        String inviter = address();
        asOwner(acme)
                .body(agent(inviter)
                        .put("permissions", List.of("invitations:manage"))
                        .encode())
                .post("/api/v1/members")
                .then()
                .statusCode(201);

        as(inviter, acme)
                .body(agent(address()).put("role", "supervisor").encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(403)
                .body("type", is("/problems/beyond-own-permissions"))
                .body("permissions", hasItem("conversations:read-all"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"agent\"}",
                "{\"email\":\"no address\",\"role\":\"agent\"}",
                "{\"email\":\"a@example.test\"}",
                "{\"email\":\"a@example.test\",\"role\":\"owner\"}",
                "{\"email\":\"a@example.test\",\"role\":\"platform_admin\"}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"permissions\":[\"nonsense\"]}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"locale\":\"nonsense\"}",
                "{\"email\":\"a@example.test\",\"role\":\"agent\",\"unknown\":1}"
            })
    void whatInvitesNobodyIsSaid(String body) {
        asOwner(acme).body(body).post("/api/v1/invitations").then().statusCode(422);
    }

    @Test
    void anAddressHasOneInvitationThatWaits() {
        String email = address();
        String id = invited(acme, email);

        invite(acme, agent(email)).then().statusCode(409).body("type", is("/problems/invitation-exists"));
        asOwner(acme).delete("/api/v1/invitations/" + id).then().statusCode(204);
        invite(acme, agent(email)).then().statusCode(201);
    }

    @Test
    void ofTwentyAtOnceOneInvites() {
        String email = address();

        List<Integer> answers = AtOnce.times(20, i -> invite(acme, agent(email)).statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        Mailbox.last(email, 1);
        assertThat(Mailbox.of(email)).hasSize(1);
    }

    @Test
    void anExpiredOneBlocksNoNewOne() {
        String email = address();
        String old = invited(acme, email);
        expire(old);

        invite(acme, agent(email)).then().statusCode(201);

        asOwner(acme).get("/api/v1/invitations/" + old).then().body("status", is("expired"));
    }

    @Test
    void anActiveMemberIsNotInvited() {
        String email = address();
        String id = member(acme, email, "agent");

        invite(acme, agent(email)).then().statusCode(409).body("type", is("/problems/member-exists"));

        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(200);
        invite(acme, agent(email)).then().statusCode(201);
    }

    @Test
    void aRepetitionInvitesOnce() {
        String email = address();
        String key = unique();
        String first = asOwner(acme)
                .header("Idempotency-Key", key)
                .body(agent(email).encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        asOwner(acme)
                .header("Idempotency-Key", key)
                .body(agent(email).encode())
                .post("/api/v1/invitations")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first));
    }

    @Test
    void theyAreListedByHowTheyStand() {
        String pending = invited(acme, address());
        String cancelled = invited(acme, address());
        String expired = invited(acme, address());
        asOwner(acme).delete("/api/v1/invitations/" + cancelled).then().statusCode(204);
        expire(expired);

        asOwner(acme)
                .get("/api/v1/invitations")
                .then()
                .statusCode(200)
                .body("items.id", contains(expired, cancelled, pending))
                .body("items.status", contains("expired", "cancelled", "pending"));
        for (String[] one :
                List.of(new String[] {"pending", pending}, new String[] {"cancelled", cancelled}, new String[] {
                    "expired", expired
                })) {
            asOwner(acme)
                    .queryParam("status", one[0])
                    .get("/api/v1/invitations")
                    .then()
                    .body("items.id", contains(one[1]));
        }
        asOwner(acme)
                .queryParam("status", "accepted")
                .get("/api/v1/invitations")
                .then()
                .body("items", empty());
        asOwner(acme)
                .queryParam("status", "nonsense")
                .get("/api/v1/invitations")
                .then()
                .statusCode(400);
    }

    @Test
    void theListIsPaged() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(invited(acme, address()));
        }
        Response first = asOwner(acme).queryParam("limit", 3).get("/api/v1/invitations");
        Response second = asOwner(acme)
                .queryParam("limit", 3)
                .queryParam("after", first.<String>path("nextCursor"))
                .get("/api/v1/invitations");

        List<String> seen = new ArrayList<>(first.<List<String>>path("items.id"));
        seen.addAll(second.path("items.id"));
        assertThat(seen).isEqualTo(expected);
        assertThat(second.<String>path("nextCursor")).isNull();
    }

    @Test
    void aCancelledLinkOpensNothing() {
        String email = address();
        String id = invited(acme, email);
        String token = Mailbox.last(email, 1).token();

        asOwner(acme).delete("/api/v1/invitations/" + id).then().statusCode(204);
        asOwner(acme).delete("/api/v1/invitations/" + id).then().statusCode(204);

        lookUp(token).then().statusCode(404).body("type", is("/problems/invitation-not-found"));
    }

    @Test
    void whoHasTheLinkIsShownWhoInvitesThemToWhat() {
        String email = address();
        invite(acme, agent(email).put("name", "Marta").put("message", "Hola"))
                .then()
                .statusCode(201);

        lookUp(Mailbox.last(email, 1).token())
                .then()
                .statusCode(200)
                .body("tenantName", is("Tenant " + acme.slug()))
                .body("invitedByName", is("Name of " + acme.ownerEmail()))
                .body("email", is(email))
                .body("role", is("agent"))
                .body("message", is("Hola"))
                .body("way", is("choose-password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in_00000000000000000000000000000000000000", "nonsense", "tk_x"})
    void whoHasNoneIsShownNothing(String token) {
        lookUp(token).then().statusCode(404).body("type", is("/problems/invitation-not-found"));
    }

    @Test
    void anotherTenantsInvitationDoesNotExist() {
        String id = invited(acme, address());
        Organisation globex = organisation();

        asOwner(globex).get("/api/v1/invitations/" + id).then().statusCode(404);
        asOwner(globex).post("/api/v1/invitations/" + id + "/remind").then().statusCode(404);
        asOwner(globex).delete("/api/v1/invitations/" + id).then().statusCode(404);
        asOwner(globex).get("/api/v1/invitations").then().body("items", hasSize(0));
        asOwner(acme).get("/api/v1/invitations/" + id).then().body("status", is("pending"));
    }

    @Test
    void whatIsKeptAndRecordedTellsNoToken() {
        String email = address();
        invite(acme, agent(email).put("message", "Between you and me")).then().statusCode(201);
        String token = Mailbox.last(email, 1).token();

        List<String> audit = PublishedAudit.await(UUID.fromString(acme.id()), 5).stream()
                .map(json -> new JsonObject(json).encode())
                .toList();

        assertThat(audit)
                .anySatisfy(entry -> assertThat(entry)
                        .contains("\"type\":\"invitation\"")
                        .contains("\"tokenHash\":\"[redacted]\"")
                        .contains("\"message\":\"[redacted]\"")
                        .contains(email));
        assertThat(TestSql.text(
                        "select string_agg(row_to_json(i)::text, ' ') from tenant.invitation i where tenant_id = ?::uuid",
                        acme.id()))
                .doesNotContain(token);
    }

    @Test
    void aTenantCannotWriteToTheWorld() {
        TestSql.execute("""
                insert into tenant.invitation (tenant_id, id, email, role, locale, token_hash, status, invited_by_name, sent_at,
                    mail_id, expires_at, mails_at)
                select ?::uuid, gen_random_uuid(), n || '@example.test', 'agent', 'es', gen_random_uuid()::text, 'cancelled', 'x',
                    now(), gen_random_uuid(), now(), array[now()]
                from generate_series(1, 200) n""", acme.id());

        invite(acme, agent(address())).then().statusCode(429).body("type", is("/problems/too-many-requests"));
    }
}
