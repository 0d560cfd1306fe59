package dev.tertulia.tenant;

import static io.restassured.RestAssured.given;

import dev.tertulia.platform.testkit.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tenants and people of a test's own, made the way that they are made in life. */
public final class TestWorld {
    public static final String GATEWAY_SECRET = "gateway-secret-for-development";

    private TestWorld() {}

    /** A tenant with its owner, who has not signed in yet. */
    public record Organisation(String id, String slug, String ownerEmail) {}

    public static Organisation organisation() {
        String slug = "t-" + unique();
        String ownerEmail = "owner@" + slug + ".test";
        String id = admin().body(newTenant(slug, ownerEmail).encode())
                .post("/api/v1/platform/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Organisation(id, slug, ownerEmail);
    }

    public static JsonObject newTenant(String slug, String ownerEmail) {
        return new JsonObject()
                .put("slug", slug)
                .put("name", "Tenant " + slug)
                .put("country", "CO")
                .put("status", "active")
                .put("owner", new JsonObject().put("email", ownerEmail));
    }

    /** Adds a member and gives their id. */
    public static String member(Organisation organisation, String email, String role) {
        return admin().body(
                        new JsonObject().put("email", email).put("role", role).encode())
                .post("/api/v1/platform/tenants/" + organisation.slug() + "/members")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A new member who has signed in. */
    public static RequestSpecification asNew(Organisation organisation, String role) {
        String email = unique() + "@" + organisation.slug() + ".test";
        member(organisation, email, role);
        return as(email, organisation);
    }

    public static RequestSpecification asOwner(Organisation organisation) {
        return as(organisation.ownerEmail(), organisation);
    }

    public static RequestSpecification as(String email, Organisation organisation) {
        return with(passport(token(email), organisation.slug()));
    }

    public static RequestSpecification admin() {
        return with(passport(
                TestIdentityProvider.token("subject-of-root", "root@tertulia.test")
                        .sign(),
                null));
    }

    public static RequestSpecification with(String passport) {
        return given().header("Authorization", "Bearer " + passport).contentType("application/json");
    }

    /** The access token of the one person who has this address. */
    public static String token(String email) {
        return TestIdentityProvider.token("subject-of-" + email, email).sign();
    }

    public static String passport(String token, @Nullable String slug) {
        return askForPassport("oidc", token, slug, false)
                .then()
                .statusCode(200)
                .extract()
                .path("passport");
    }

    public static Response askForPassport(String type, String value, @Nullable String slug, boolean tenantOptional) {
        JsonObject body = new JsonObject()
                .put("credential", new JsonObject().put("type", type).put("value", value))
                .put("tenantOptional", tenantOptional);
        if (slug != null) {
            body.put("tenant", slug);
        }
        return gateway().body(body.encode()).post("/internal/passports");
    }

    public static Response renew(String passport) {
        return gateway()
                .body(new JsonObject().put("passport", passport).encode())
                .post("/internal/passports/renew");
    }

    private static RequestSpecification gateway() {
        return given().header("X-Gateway-Secret", GATEWAY_SECRET).contentType("application/json");
    }

    /** Changes rows of the tenant as nobody does in life: past row level security, to make time pass. */
    public static void alter(Organisation organisation, String sql) {
        try (Connection superuser = TestDatabase.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("set search_path = tenant; set app.tenant_id = '" + organisation.id() + "'");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String unique() {
        return UUID.randomUUID().toString().substring(0, 13).toLowerCase(Locale.ROOT);
    }
}
