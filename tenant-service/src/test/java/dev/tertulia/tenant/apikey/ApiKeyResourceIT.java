package dev.tertulia.tenant.apikey;

import static dev.tertulia.tenant.TestWorld.alter;
import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyResourceIT {
    private static final String KEYS = "/api/v1/api-keys";
    private static final String SHOP = "{\"name\":\"shop\",\"role\":\"agent\"}";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void aKeyIsShownOnce() {
        ExtractableResponse<Response> created = asOwner(acme)
                .body(SHOP)
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("key", startsWith("tk_"))
                .body("role", is("agent"))
                .body("containsKey('scopes')", is(false))
                .extract();
        String key = created.path("key");
        assertThat(key).startsWith(created.<String>path("prefix"));

        asOwner(acme)
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].prefix", is(created.<String>path("prefix")))
                .body("items[0].containsKey('key')", is(false))
                .body(not(containsString(key)));
    }

    @Test
    void aRepetitionGetsTheSameKeyAndTheDatabaseHoldsItNowhere() throws SQLException {
        String repeat = unique();
        String key = asOwner(acme)
                .header("Idempotency-Key", repeat)
                .body(SHOP)
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        asOwner(acme)
                .header("Idempotency-Key", repeat)
                .body(SHOP)
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("key", is(key));

        asOwner(acme).get(KEYS).then().body("items", hasSize(1));
        for (String table : new String[] {"api_key", "idempotency_key", "outbox", "event_log"}) {
            assertThat(count("select count(*) from tenant." + table + " t where t::text like '%" + key + "%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void scopesNarrowTheRole() {
        String key = asOwner(acme)
                .body("{\"name\":\"reader\",\"role\":\"supervisor\",\"scopes\":[\"members:read\"]}")
                .post(KEYS)
                .then()
                .statusCode(201)
                .body("scopes", contains("members:read"))
                .extract()
                .path("key");
        String passport = askForPassport("api-key", key, null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");

        with(passport).get("/api/v1/members").then().statusCode(200);
        with(passport).get("/api/v1/tenant").then().statusCode(403).body("permissions", contains("tenant:read"));
        with(passport)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("actor.type", is("api-key"))
                .body("actor.name", is("reader"))
                .body("tenant.slug", is(acme.slug()));
    }

    @Test
    void aKeyMakesNoKeyStrongerThanItself() {
        String key = asOwner(acme)
                .body("{\"name\":\"keeper\",\"role\":\"admin\",\"scopes\":[\"api-keys:manage\"]}")
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        String passport = askForPassport("api-key", key, null, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");

        with(passport)
                .body("{\"name\":\"stronger\",\"role\":\"admin\"}")
                .post(KEYS)
                .then()
                .statusCode(403)
                .body("type", is("/problems/beyond-own-permissions"))
                .body("permissions", hasItem("members:manage"));
    }

    @Test
    void anExpiredKeyIsRefused() {
        String key = asOwner(acme)
                .body("{\"name\":\"short\",\"role\":\"viewer\",\"expiresAt\":\""
                        + Instant.now().plusSeconds(3600) + "\"}")
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        askForPassport("api-key", key, null, false).then().statusCode(200);

        alter(
                acme,
                "update tenant.api_key set expires_at = now() - interval '1 second' where tenant_id = '" + acme.id()
                        + "'");

        askForPassport("api-key", key, null, false).then().statusCode(401);
    }

    @Test
    void itsLastUseIsWrittenOnceAMinute() {
        String key = asOwner(acme).body(SHOP).post(KEYS).then().extract().path("key");
        askForPassport("api-key", key, null, false).then().statusCode(200);
        String first = asOwner(acme)
                .get(KEYS)
                .then()
                .body("items[0].lastUsedAt", notNullValue())
                .extract()
                .path("items[0].lastUsedAt");

        askForPassport("api-key", key, null, false).then().statusCode(200);
        asOwner(acme).get(KEYS).then().body("items[0].lastUsedAt", is(first));

        alter(
                acme,
                "update tenant.api_key set last_used_at = last_used_at - interval '61 seconds' where tenant_id = '"
                        + acme.id() + "'");
        askForPassport("api-key", key, null, false).then().statusCode(200);
        asOwner(acme).get(KEYS).then().body("items[0].lastUsedAt", not(is(first)));
    }

    @Test
    void revokingTwiceIsRevokingOnce() {
        String id = asOwner(acme).body(SHOP).post(KEYS).then().extract().path("id");
        asOwner(acme).delete(KEYS + "/" + id).then().statusCode(204);
        String at = asOwner(acme)
                .get(KEYS)
                .then()
                .body("items[0].revokedAt", notNullValue())
                .extract()
                .path("items[0].revokedAt");

        asOwner(acme).delete(KEYS + "/" + id).then().statusCode(204);

        asOwner(acme).get(KEYS).then().body("items[0].revokedAt", is(at));
    }

    @Test
    void anotherTenantsKeyDoesNotExist() {
        String id = asOwner(acme).body(SHOP).post(KEYS).then().extract().path("id");
        Organisation globex = organisation();

        asOwner(globex).delete(KEYS + "/" + id).then().statusCode(404).body("type", is("/problems/api-key-not-found"));
        asOwner(globex).get(KEYS).then().body("items", hasSize(0));
        asOwner(acme).get(KEYS).then().body("items[0].containsKey('revokedAt')", is(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"agent\"}",
                "{\"name\":\"x\"}",
                "{\"name\":\"x\",\"role\":\"owner\"}",
                "{\"name\":\"x\",\"role\":\"platform_admin\"}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"scopes\":[\"messages:send\"]}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"scopes\":[]}",
                "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}"
            })
    void whatMakesNoKeyIsSaid(String body) {
        asOwner(acme).body(body).post(KEYS).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "agent", "viewer"})
    void onlyOwnersAndAdminsHandleKeys(String role) {
        asNew(acme, role).get(KEYS).then().statusCode(403);
        asNew(acme, role).body(SHOP).post(KEYS).then().statusCode(403);
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
