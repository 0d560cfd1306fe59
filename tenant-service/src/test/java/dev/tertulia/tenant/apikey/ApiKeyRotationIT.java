package dev.tertulia.tenant.apikey;

import static dev.tertulia.tenant.TestWorld.alter;
import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyRotationIT {
    private static final String KEYS = "/api/v1/api-keys";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    /** A key as its maker got it. */
    private record Made(String id, String key) {
        String path() {
            return KEYS + "/" + id;
        }
    }

    @Test
    void theNewKeyDoesTheSameAndTheOldOneWorksBesideItForAWhile() {
        Made old = make("{\"name\":\"shop\",\"role\":\"supervisor\",\"scopes\":[\"members:read\"]}");

        Made fresh = made(rotate(old, "{\"overlap\":\"PT24H\"}")
                .statusCode(201)
                .header("Location", containsString(KEYS + "/"))
                .body("name", is("shop"))
                .body("role", is("supervisor"))
                .body("scopes", contains("members:read"))
                .body("replaces", is(old.id))
                .body("status", is("active"))
                .body("containsKey('expiresAt')", is(false)));

        String until = asOwner(acme)
                .get(old.path())
                .then()
                .statusCode(200)
                .body("status", is("replaced"))
                .body("replacedBy", is(fresh.id))
                .body("containsKey('key')", is(false))
                .extract()
                .path("expiresAt");
        assertThat(Duration.between(Instant.now(), Instant.parse(until)))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        assertThat(accepted(old)).isTrue();
        assertThat(accepted(fresh)).isTrue();

        alter(acme, "update tenant.api_key set expires_at = now() - interval '1 second' where id = '" + old.id + "'");

        assertThat(accepted(old)).isFalse();
        assertThat(accepted(fresh)).isTrue();
        asOwner(acme).get(old.path()).then().body("status", is("expired")).body("replacedBy", is(fresh.id));
    }

    @Test
    void withoutOverlapTheOldKeyEndsAtOnce() {
        Made old = make("{\"name\":\"leaked\",\"role\":\"agent\"}");

        Made fresh = made(rotate(old, "{\"overlap\":\"PT0S\"}").statusCode(201));

        assertThat(accepted(old)).isFalse();
        assertThat(accepted(fresh)).isTrue();
    }

    @Test
    void anOverlapProlongsNothingAndTheNewKeyLastsAsLongAsTheOldOneDid() {
        Instant end = Instant.now().plusSeconds(3600);
        Made old = make("{\"name\":\"short\",\"role\":\"agent\",\"expiresAt\":\"" + end + "\"}");
        alter(
                acme,
                "update tenant.api_key set created_at = created_at - interval '29 days' where id = '" + old.id + "'");

        Instant fresh =
                Instant.parse(rotate(old, "{}").statusCode(201).extract().path("expiresAt"));

        assertThat(Duration.between(Instant.now(), fresh)).isBetween(Duration.ofDays(29), Duration.ofDays(30));
        Instant kept =
                Instant.parse(asOwner(acme).get(old.path()).then().extract().path("expiresAt"));
        assertThat(Duration.between(kept, end)).isLessThan(Duration.ofMillis(1));
    }

    @Test
    void aKeyGivesWayOnce() {
        Made old = make("{\"name\":\"shop\",\"role\":\"agent\"}");
        Made fresh = made(rotate(old, "{}").statusCode(201));

        rotate(old, "{}")
                .statusCode(409)
                .body("type", is("/problems/api-key-replaced"))
                .body("replacedBy", is(fresh.id));
        change(old, "{\"name\":\"other\"}").statusCode(409);

        rotate(fresh, "{}").statusCode(201);
        asOwner(acme).get(KEYS).then().body("items", hasSize(3));
    }

    @Test
    void ofManyRotationsAtOnceOneGivesAKey() {
        Made old = make("{\"name\":\"shop\",\"role\":\"agent\"}");
        List<RequestSpecification> callers =
                IntStream.range(0, 10).mapToObj(i -> asOwner(acme).body("{}")).toList();

        List<Integer> answers = callers.stream()
                .parallel()
                .map(caller -> caller.post(old.path() + "/rotate").statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        asOwner(acme).get(KEYS).then().body("items", hasSize(2));
    }

    @Test
    void aRepetitionGetsTheSameKeyAndTheDatabaseHoldsItNowhere() throws SQLException {
        Made old = make("{\"name\":\"shop\",\"role\":\"agent\"}");
        String repeat = unique();
        Made fresh = made(asOwner(acme)
                .header("Idempotency-Key", repeat)
                .body("{}")
                .post(old.path() + "/rotate")
                .then()
                .statusCode(201));

        asOwner(acme)
                .header("Idempotency-Key", repeat)
                .body("{}")
                .post(old.path() + "/rotate")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("key", is(fresh.key));

        asOwner(acme).get(KEYS).then().body("items", hasSize(2));
        for (String table : List.of("api_key", "idempotency_key", "outbox", "event_log")) {
            assertThat(count("select count(*) from tenant." + table + " t where t::text like '%" + fresh.key + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void nobodyGetsTheSecretOfAKeyThatMayMoreThanThemself() {
        Made strong = make("{\"name\":\"strong\",\"role\":\"admin\"}");
        Made keeper = make("{\"name\":\"keeper\",\"role\":\"admin\",\"scopes\":[\"api-keys:manage\"]}");
        String passport = askForPassport("api-key", keeper.key, null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");

        with(passport)
                .body("{}")
                .post(strong.path() + "/rotate")
                .then()
                .statusCode(403)
                .body("type", is("/problems/beyond-own-permissions"))
                .body("permissions", hasItem("members:manage"));
        with(passport).body("{}").post(keeper.path() + "/rotate").then().statusCode(201);
    }

    @Test
    void whatWorksNoLongerIsNotRotated() {
        Made revoked = make("{\"name\":\"revoked\",\"role\":\"agent\"}");
        asOwner(acme).delete(revoked.path()).then().statusCode(204);
        Made expired = make("{\"name\":\"expired\",\"role\":\"agent\"}");
        alter(
                acme,
                "update tenant.api_key set expires_at = now() - interval '1 second' where id = '" + expired.id + "'");

        for (Made key : List.of(revoked, expired)) {
            rotate(key, "{}").statusCode(409).body("type", is("/problems/api-key-not-valid"));
            change(key, "{\"expiresAt\":\"2090-01-01T00:00:00Z\"}").statusCode(409);
        }
        asOwner(acme)
                .get(KEYS)
                .then()
                .body("items.find { it.name == 'revoked' }.status", is("revoked"))
                .body("items.find { it.name == 'expired' }.status", is("expired"));
    }

    @Test
    void bothKeysCanBeRevokedDuringTheOverlap() {
        Made old = make("{\"name\":\"shop\",\"role\":\"agent\"}");
        Made fresh = made(rotate(old, "{}").statusCode(201));

        asOwner(acme).delete(old.path()).then().statusCode(204);
        assertThat(accepted(old)).isFalse();
        assertThat(accepted(fresh)).isTrue();
        asOwner(acme).delete(fresh.path()).then().statusCode(204);
        assertThat(accepted(fresh)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"overlap\":\"PT-1S\"}", "{\"overlap\":\"P31D\"}", "{\"overlap\":24}", "{\"for\":\"PT1H\"}"})
    void whatIsNoOverlapIsSaid(String body) {
        rotate(make("{\"name\":\"shop\",\"role\":\"agent\"}"), body).statusCode(422);
    }

    @Test
    void nameAndExpiryCanBeChangedAndNothingElse() {
        Made key = make("{\"name\":\"shop\",\"role\":\"agent\",\"expiresAt\":\"2090-01-01T00:00:00Z\"}");
        String tag = asOwner(acme).get(key.path()).then().extract().header("ETag");

        asOwner(acme)
                .header("If-Match", tag)
                .body("{\"name\":\"Web shop\",\"expiresAt\":null}")
                .patch(key.path())
                .then()
                .statusCode(200)
                .body("name", is("Web shop"))
                .body("containsKey('expiresAt')", is(false));
        asOwner(acme)
                .header("If-Match", tag)
                .body("{\"name\":\"late\"}")
                .patch(key.path())
                .then()
                .statusCode(412);
        for (String patch : List.of(
                "{\"role\":\"admin\"}",
                "{\"scopes\":[]}",
                "{\"name\":null}",
                "{\"expiresAt\":\"2001-01-01T00:00:00Z\"}")) {
            change(key, patch).statusCode(422);
        }
        assertThat(accepted(key)).isTrue();
    }

    @Test
    void aKeySaysWhoMadeItAndOutlivesTheirMembership() {
        String maker = "maker-" + unique() + "@example.test";
        String makerId = member(acme, maker, "admin");
        Made key = made(as(maker, acme)
                .body("{\"name\":\"shop\",\"role\":\"agent\"}")
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("createdBy.id", notNullValue())
                .body("createdBy.name", is("Name of " + maker)));

        asOwner(acme)
                .body("{\"active\":false}")
                .patch("/api/v1/members/" + makerId)
                .then()
                .statusCode(200);

        assertThat(accepted(key)).isTrue();
        asOwner(acme)
                .get(key.path())
                .then()
                .body("status", is("active"))
                .body("createdBy.name", is("Name of " + maker));
    }

    @Test
    void aUseWithinTheMinuteWritesNothingHoweverManyThereAre() throws SQLException {
        Made key = make("{\"name\":\"busy\",\"role\":\"agent\"}");
        assertThat(accepted(key)).isTrue();
        String row = "select xmin::text::bigint from tenant.api_key where id = '" + key.id + "'";
        long written = count(row);

        assertThat(IntStream.range(0, 20).parallel().allMatch(i -> accepted(key)))
                .isTrue();

        assertThat(count(row)).isEqualTo(written);
    }

    @Test
    void anotherTenantsKeyCannotBeTouched() {
        Made key = make("{\"name\":\"shop\",\"role\":\"agent\"}");
        Organisation globex = organisation();

        asOwner(globex).get(key.path()).then().statusCode(404).body("type", is("/problems/api-key-not-found"));
        asOwner(globex).body("{}").post(key.path() + "/rotate").then().statusCode(404);
        asOwner(globex).body("{\"name\":\"mine\"}").patch(key.path()).then().statusCode(404);
        asNew(acme, "supervisor").body("{}").post(key.path() + "/rotate").then().statusCode(403);
        assertThat(accepted(key)).isTrue();
    }

    private Made make(String body) {
        return made(asOwner(acme).body(body).post(KEYS).then().statusCode(201));
    }

    private static Made made(ValidatableResponse answer) {
        return new Made(answer.extract().path("id"), answer.extract().path("key"));
    }

    private ValidatableResponse rotate(Made key, String body) {
        return asOwner(acme).body(body).post(key.path() + "/rotate").then();
    }

    private ValidatableResponse change(Made key, String patch) {
        return asOwner(acme).body(patch).patch(key.path()).then();
    }

    private static boolean accepted(Made key) {
        return askForPassport("api-key", key.key, null, false).statusCode() == 200;
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
