package dev.tertulia.tenant.member;

import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnershipTransferIT {
    private static final String TRANSFERS = "/api/v1/ownership-transfers";

    private Organisation acme;
    private String ownerId;

    @BeforeEach
    void found() {
        acme = organisation();
        ownerId = asOwner(acme).get("/api/v1/me").then().extract().path("actor.memberId");
    }

    @Test
    void theOwnerHandsTheTenantOverAndStaysAsAnAdmin() throws SQLException {
        String heir = "heir-" + unique() + "@example.test";
        String heirId = signedIn(heir, "agent");

        transfer(asOwner(acme), heirId)
                .statusCode(200)
                .body("owner.id", is(heirId))
                .body("owner.role", is("owner"))
                .body("formerOwner.id", is(ownerId))
                .body("formerOwner.role", is("admin"));

        assertThat(owners()).containsExactly(heirId);
        as(heir, acme).get("/api/v1/me").then().body("role", is("owner"));
        asOwner(acme).get("/api/v1/me").then().body("role", is("admin"));
        for (String[] told : new String[][] {{ownerId, "owner", "admin"}, {heirId, "agent", "owner"}}) {
            await().untilAsserted(() -> assertThat(roleChanges(told[0])).containsExactly(told[1] + " " + told[2]));
        }
        // And back.
        transfer(as(heir, acme), ownerId).statusCode(200);
        assertThat(owners()).containsExactly(ownerId);
    }

    @Test
    void aRepetitionChangesNothing() throws SQLException {
        String heirId = signedIn("heir-" + unique() + "@example.test", "admin");
        String ownersPassport = passport(token(acme.ownerEmail()), acme.slug());
        transfer(with(ownersPassport), heirId).statusCode(200);

        transfer(with(ownersPassport), heirId)
                .statusCode(200)
                .body("owner.id", is(heirId))
                .body("containsKey('formerOwner')", is(false));

        await().untilAsserted(() -> assertThat(roleChanges(heirId)).containsExactly("admin owner"));
        assertThat(roleChanges(ownerId)).hasSize(1);
    }

    @Test
    void whoOwnsItNoLongerHandsNothingOverWhateverTheirPassportSays() throws SQLException {
        String heirId = signedIn("heir-" + unique() + "@example.test", "admin");
        String otherId = signedIn("other-" + unique() + "@example.test", "admin");
        String ownersPassport = passport(token(acme.ownerEmail()), acme.slug());
        transfer(with(ownersPassport), heirId).statusCode(200);

        transfer(with(ownersPassport), otherId).statusCode(403).body("type", is("/problems/not-the-owner"));

        assertThat(owners()).containsExactly(heirId);
    }

    @Test
    void twentyAtOnceLeaveOneOwner() throws SQLException {
        List<String> heirs = IntStream.range(0, 5)
                .mapToObj(i -> signedIn("heir" + i + "-" + unique() + "@example.test", "admin"))
                .toList();
        String ownersPassport = passport(token(acme.ownerEmail()), acme.slug());

        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> transfer(with(ownersPassport), heirs.get(i % heirs.size()))
                        .extract()
                        .statusCode())
                .toList();

        assertThat(answers).contains(200).containsOnly(200, 403);
        assertThat(owners()).hasSize(1).isSubsetOf(heirs);
        String winner = owners().getFirst();
        await().untilAsserted(() -> assertThat(roleChanges(winner)).containsExactly("admin owner"));
        assertThat(roleChanges(ownerId)).containsExactly("owner admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "supervisor", "agent", "viewer"})
    void nobodyElseDoes(String role) throws SQLException {
        String email = role + "-" + unique() + "@example.test";
        String id = signedIn(email, role);

        transfer(as(email, acme), id)
                .statusCode(403)
                .body("type", is("/problems/permission-missing"))
                .body("permissions", contains("ownership:transfer"));

        assertThat(owners()).containsExactly(ownerId);
    }

    @Test
    void thePermissionGoesToNobodyElse() {
        String id = member(acme, "grasping@example.test", "admin");

        asOwner(acme)
                .body("{\"permissions\":[\"ownership:transfer\"]}")
                .patch("/api/v1/members/" + id)
                .then()
                .statusCode(422);
    }

    @Test
    void aPlatformAdministratorDoesItWhereTheOwnerIsGone() throws SQLException {
        String heirId = signedIn("heir-" + unique() + "@example.test", "supervisor");
        String root = passport(
                TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                        .sign(),
                acme.slug());

        transfer(with(root), heirId).statusCode(200).body("owner.id", is(heirId));

        assertThat(owners()).containsExactly(heirId);
        transfer(with(root), heirId).statusCode(200);
    }

    @Test
    void theHeirIsActiveAndHasSignedIn() {
        String neverCame = member(acme, "never@example.test", "admin");
        String gone = signedIn("gone-" + unique() + "@example.test", "admin");
        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + gone)
                .then()
                .statusCode(200);
        Organisation globex = organisation();
        String stranger = member(globex, "stranger@example.test", "admin");

        transfer(asOwner(acme), neverCame).statusCode(422).body("errors[0].message", containsString("signed in"));
        transfer(asOwner(acme), gone).statusCode(422).body("errors[0].message", containsString("active"));
        transfer(asOwner(acme), stranger)
                .statusCode(422)
                .body("errors[0].field", is("memberId"))
                .body("errors[0].message", is("must be the id of a member"));
        asOwner(acme).body("{}").post(TRANSFERS).then().statusCode(422);
    }

    private String signedIn(String email, String role) {
        String id = member(acme, email, role);
        passport(token(email), acme.slug());
        return id;
    }

    private static ValidatableResponse transfer(RequestSpecification by, String memberId) {
        return by.body("{\"memberId\":\"" + memberId + "\"}").post(TRANSFERS).then();
    }

    private List<String> owners() throws SQLException {
        return select("select id::text from tenant.member where tenant_id = ? and role = 'owner'", acme.id());
    }

    /** What others heard: from which role to which. */
    private static List<String> roleChanges(String memberId) throws SQLException {
        return select(
                "select payload::jsonb ->> 'previousRole' || ' ' || (payload::jsonb -> 'member' ->> 'role')"
                        + " from tenant.event_log where subject = ?::text and topic = 'member.role-changed'"
                        + " order by position",
                memberId);
    }

    private static List<String> select(String sql, String id) throws SQLException {
        try (Connection superuser = TestDatabase.superuser();
                PreparedStatement query = superuser.prepareStatement(sql)) {
            query.setObject(1, UUID.fromString(id));
            List<String> values = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}
