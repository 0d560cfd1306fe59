package dev.tertulia.contact;

import static io.restassured.RestAssured.given;

import dev.tertulia.platform.testkit.TestPassports;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The service as one member of a tenant uses it. */
public record Api(UUID tenant, String token) {
    public static final String CONTACTS = "/api/v1/contacts";

    /** Somebody of a tenant that nobody else uses. */
    public static Api ofNewTenant() {
        return as(UUID.randomUUID(), "owner");
    }

    public static Api as(UUID tenant, String role) {
        return new Api(tenant, TestPassports.as(tenant, role));
    }

    public Api role(String role) {
        return as(tenant, role);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse create(String body) {
        return request().body(body).post(CONTACTS).then();
    }

    public UUID created(String body) {
        return id(create(body).statusCode(201));
    }

    public ValidatableResponse get(UUID id) {
        return request().get(CONTACTS + "/" + id).then();
    }

    public ValidatableResponse patch(UUID id, String body) {
        return request().body(body).patch(CONTACTS + "/" + id).then();
    }

    public ValidatableResponse delete(UUID id) {
        return request().delete(CONTACTS + "/" + id).then();
    }

    public ValidatableResponse list(Map<String, ?> parameters) {
        return request().queryParams(parameters).get(CONTACTS).then();
    }

    public ValidatableResponse addIdentity(UUID id, String body) {
        return request().body(body).post(CONTACTS + "/" + id + "/identities").then();
    }

    public ValidatableResponse merge(UUID id, UUID duplicate) {
        return request()
                .body(Map.of("duplicateId", duplicate))
                .post(CONTACTS + "/" + id + "/merge")
                .then();
    }

    public ValidatableResponse undo(UUID merge) {
        return request().post("/api/v1/contact-merges/" + merge + "/undo").then();
    }

    public static UUID id(ValidatableResponse response) {
        return UUID.fromString(response.extract().path("id"));
    }

    /** A Colombian mobile number in E.164. */
    public static String anyPhone() {
        return "+57310" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    }
}
