package dev.tertulia.tenant.erasure;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.as;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.askForPassport;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.newTenant;
import static dev.tertulia.tenant.TestWorld.organisation;
import static dev.tertulia.tenant.TestWorld.passport;
import static dev.tertulia.tenant.TestWorld.token;
import static dev.tertulia.tenant.TestWorld.unique;
import static dev.tertulia.tenant.TestWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.holdings.HoldingsTopics;
import dev.tertulia.platform.testkit.EventSender;
import dev.tertulia.platform.testkit.HeldRows;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.tenant.TestIdentityProvider;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The end of a tenant, as far as this service goes; what the others do about it they test, and the system tests together. */
@QuarkusTest
class ErasureIT {
    private static final String TENANTS = "/api/v1/platform/tenants/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aTenantThatIsNotCancelledStays() {
        Organisation acme = organisation();

        erase(acme, true).statusCode(409).body("type", is("/problems/tenant-not-cancelled"));

        asOwner(acme).get("/api/v1/tenant").then().statusCode(200);
    }

    @Test
    void whatNobodyExportedIsNotErasedUnlessThatIsWaived() {
        Organisation acme = organisation();
        cancel(acme);

        erase(acme, false)
                .statusCode(409)
                .body("type", is("/problems/export-missing"))
                .body("services", containsInAnyOrder("tenant", "contact", "messaging"))
                .body("detail", containsString("contact"));
        export(acme);
        await().atMost(PATIENCE)
                .untilAsserted(() -> erase(acme, false).statusCode(409).body("services", not(hasItem("tenant"))));
        try (EventSender others = new EventSender()) {
            exported(others, acme, "contact");
            exported(others, acme, "messaging");
        }

        await().atMost(PATIENCE).untilAsserted(() -> erase(acme, false).statusCode(202));
        erasures(acme).body("items[0].exportWaived", is(false)).body("items[0].exports.size()", is(3));
    }

    @Test
    void theSlugMustBeSaidTwice() {
        Organisation acme = organisation();
        cancel(acme);

        admin().body("{\"confirm\":\"another\",\"exportWaived\":true}")
                .post(TENANTS + acme.slug() + "/erasures")
                .then()
                .statusCode(422)
                .body("errors.field", contains("confirm"));
        admin().get(TENANTS + acme.slug()).then().statusCode(200);
    }

    @Test
    void aTenantIsGoneOnceEveryServiceSaysSo() {
        Organisation acme = organisation();
        Organisation globex = organisation();
        UUID id = UUID.fromString(acme.id());
        String both = unique() + "@example.test";
        member(acme, both, "agent");
        member(globex, both, "agent");
        as(both, acme).get("/api/v1/me").then().statusCode(200);
        as(both, globex).get("/api/v1/me").then().statusCode(200);
        String key = asOwner(acme)
                .body("{\"name\":\"Shop\",\"role\":\"agent\"}")
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        asOwner(globex).get("/api/v1/me").then().statusCode(200);
        Map<String, Long> others = lasting(globex);
        cancel(acme);

        String location = erase(acme, true).statusCode(202).extract().header("Location");

        admin().get(TENANTS + acme.slug()).then().statusCode(404);
        askForPassport("oidc", token(acme.ownerEmail()), acme.slug(), false)
                .then()
                .statusCode(403);
        // The key is unknown as soon as its row is gone.
        askForPassport("api-key", key, null, false)
                .then()
                .statusCode(either(is(401)).or(is(403)));
        String erasure = location.substring(location.indexOf("/api/"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> admin().get(erasure)
                        .then()
                        .statusCode(200)
                        .body("state", is("erasing"))
                        .body("services.findAll { it.confirmedAt != null }.service", contains("tenant"))
                        .body("accountsLeft", is(0)));
        assertThat(HeldRows.of("tenant", id)).isEmpty();
        assertThat(lasting(globex)).isEqualTo(others);
        // What the identity provider issued before made the account again; it goes once more.
        await().atMost(PATIENCE).until(() -> accounts(acme.ownerEmail()) == 0);
        assertThat(accounts(both)).isEqualTo(1);
        as(both, globex).get("/api/v1/me").then().statusCode(200);

        try (EventSender services = new EventSender()) {
            confirmed(services, id, "contact", 0);
            confirmed(services, id, "messaging", 3);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> admin().get(erasure)
                            .then()
                            .body("state", is("erasing"))
                            .body("services.find { it.service == 'messaging' }.left.message", is(3)));
            confirmed(services, id, "messaging", 0);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> admin().get(erasure)
                        .then()
                        .body("state", is("done"))
                        .body("services.find { it.service == 'tenant' }.erased.member", is(2))
                        .body("services.find { it.service == 'tenant' }.left.tenant", is(0)));
    }

    @Test
    void theSlugOfAnErasedTenantIsNotGivenAway() {
        Organisation acme = organisation();
        cancel(acme);
        erase(acme, true).statusCode(202);
        gone(acme);

        admin().body(newTenant(acme.slug(), "new@example.test").encode())
                .post("/api/v1/platform/tenants")
                .then()
                .statusCode(409)
                .body("type", is("/problems/slug-taken"));
    }

    @Test
    void ofTenErasuresAtOnceOneBegins() {
        Organisation acme = organisation();
        cancel(acme);
        String administrator = passport(
                TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                        .sign(),
                null);

        Set<String> ids = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> erase(with(administrator), acme, true)
                        .statusCode(202)
                        .extract()
                        .<String>path("id"))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(1);
        assertThat(count(
                        "select count(*) from tenant.event_log where tenant_id = ?::uuid and topic = '"
                                + TenantTopics.TENANT_ERASED + "'",
                        acme.id()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void whatComesLateBringsNothingBack() {
        Organisation acme = organisation();
        UUID id = UUID.fromString(acme.id());
        cancel(acme);
        erase(acme, true).statusCode(202);
        gone(acme);

        try (EventSender late = new EventSender()) {
            exported(late, acme, "contact");
            late.send(
                    id,
                    TenantTopics.TENANT_ERASED,
                    id,
                    new JsonObject().put("tenantId", acme.id()).encode());
            // Behind it in the same topic, so that what came before was passed over by then.
            Organisation globex = organisation();
            exported(late, globex, "contact");
            await().atMost(PATIENCE)
                    .until(() ->
                            HeldRows.of("tenant", UUID.fromString(globex.id())).containsKey("tenant_export"));
        }

        assertThat(HeldRows.of("tenant", id)).isEmpty();
    }

    @Test
    void aScanIsMadeWheneverItIsAskedFor() {
        Organisation acme = organisation();
        UUID id = UUID.fromString(acme.id());
        cancel(acme);
        erase(acme, true).statusCode(202);
        gone(acme);
        String part = "items[0].services.find { it.service == 'tenant' }";
        Instant before = Instant.parse(erasures(acme).extract().path(part + ".scannedAt"));
        execute("insert into tenant.tenant_export (tenant_id, service, exported_at, row_count, file_count)"
                + " values ('" + id + "', 'contact', now(), 1, 0)");

        admin().post(TENANTS + acme.slug() + "/erasures/"
                        + erasures(acme).extract().path("items[0].id") + "/scans")
                .then()
                .statusCode(202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Instant.parse(erasures(acme).extract().path(part + ".scannedAt")))
                                .isAfter(before));
        erasures(acme).body(part + ".erased.tenant_export", is(1)).body(part + ".left.tenant_export", is(0));
        assertThat(HeldRows.of("tenant", id)).isEmpty();
    }

    @Test
    void onlyThoseWhoRunTheInstallationErase() {
        Organisation acme = organisation();

        erase(asOwner(acme), acme, true).statusCode(403);
        asOwner(acme).get(TENANTS + acme.slug() + "/erasures").then().statusCode(403);
        admin().get(TENANTS + acme.slug() + "/erasures").then().statusCode(200).body("items", empty());
        admin().get(TENANTS + acme.slug() + "/erasures/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", is("/problems/erasure-not-found"));
        erase(new Organisation("", "no-such-" + unique(), ""), true).statusCode(404);
    }

    @Test
    void anExportHoldsNoSecretsAndIsTheOwnersAlone() {
        Organisation acme = organisation();
        String key = asOwner(acme)
                .body("{\"name\":\"Shop\",\"role\":\"admin\"}")
                .post("/api/v1/api-keys")
                .then()
                .extract()
                .path("key");

        String export = asOwner(acme)
                .get("/api/v1/tenant-exports/tenant")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(export)
                .contains("\"table\":\"api_key\"")
                .contains("\"hash\": \"[redacted]\"")
                .doesNotContain(key);
        assertThat(text("select hash from tenant.api_key where tenant_id = ?::uuid", acme.id()))
                .hasSize(64)
                .satisfies(hash -> assertThat(export).doesNotContain(hash));
        assertThat(export.lines().reduce((first, last) -> last).orElseThrow()).contains("\"complete\":true");
        String admin = unique() + "@example.test";
        member(acme, admin, "admin");
        as(admin, acme).get("/api/v1/tenant-exports/tenant").then().statusCode(403);
        asOwner(acme).get("/api/v1/tenant-exports/contact").then().statusCode(404);
    }

    private static void cancel(Organisation organisation) {
        admin().body("{\"status\":\"cancelled\"}")
                .patch(TENANTS + organisation.slug())
                .then()
                .statusCode(200);
    }

    /** As a platform administrator does it, whom a cancelled tenant still lets in. */
    private static void export(Organisation organisation) {
        String administrator = passport(
                TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                        .sign(),
                organisation.slug());
        with(administrator).get("/api/v1/tenant-exports/tenant").then().statusCode(200);
    }

    private static ValidatableResponse erase(Organisation organisation, boolean exportWaived) {
        return erase(admin(), organisation, exportWaived);
    }

    private static ValidatableResponse erase(RequestSpecification by, Organisation organisation, boolean exportWaived) {
        return by.body(new JsonObject()
                        .put("confirm", organisation.slug())
                        .put("exportWaived", exportWaived)
                        .encode())
                .post(TENANTS + organisation.slug() + "/erasures")
                .then();
    }

    private static ValidatableResponse erasures(Organisation organisation) {
        return admin().get(TENANTS + organisation.slug() + "/erasures").then().statusCode(200);
    }

    private static void gone(Organisation organisation) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> erasures(organisation)
                        .body("items[0].services.findAll { it.confirmedAt != null }.service", hasItem("tenant")));
    }

    /** As the service says it once its export was read to the end. */
    private static void exported(EventSender others, Organisation organisation, String service) {
        UUID tenant = UUID.fromString(organisation.id());
        others.send(
                tenant,
                HoldingsTopics.HOLDINGS_EXPORTED,
                tenant,
                new JsonObject()
                        .put("tenantId", organisation.id())
                        .put("service", service)
                        .put("at", Instant.now())
                        .put("rows", 7)
                        .put("files", 0)
                        .encode());
    }

    private static void confirmed(EventSender services, UUID tenant, String service, int left) {
        services.send(
                HoldingsTopics.INSTALLATION,
                HoldingsTopics.HOLDINGS_ERASED,
                tenant,
                new JsonObject()
                        .put("tenantId", tenant.toString())
                        .put("service", service)
                        .put("begunAt", Instant.now())
                        .put("scannedAt", Instant.now())
                        .put("erased", new JsonObject().put("message", 100))
                        .put("left", new JsonObject().put("message", left))
                        .encode());
    }

    /** Without what comes and goes by itself. */
    private static Map<String, Long> lasting(Organisation organisation) {
        Map<String, Long> held = HeldRows.of("tenant", UUID.fromString(organisation.id()));
        held.keySet().retainAll(List.of("tenant", "member", "api_key"));
        return held;
    }

    private static long accounts(String email) {
        return count("select count(*) from tenant.user_account where email = ?", email);
    }

    private static long count(String sql, String of) {
        return Long.parseLong(text(sql, of));
    }

    private static String text(String sql, String of) {
        try (Connection superuser = TestDatabase.superuser();
                var query = superuser.prepareStatement(sql)) {
            query.setString(1, of);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection superuser = TestDatabase.superuser();
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
