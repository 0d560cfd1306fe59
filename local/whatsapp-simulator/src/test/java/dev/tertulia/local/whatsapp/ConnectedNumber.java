package dev.tertulia.local.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a number of its own and a business that listens, connected with each other. */
abstract class ConnectedNumber {

    private static final String FAST = "\"sentAfter\":0,\"deliveredAfter\":0,\"readAfter\":0";
    static final String LUCIA = "34600111222";

    @Inject
    Vertx vertx;

    Business business;
    String number;
    String account;

    @BeforeEach
    void connect() {
        business = new Business(vertx);
        number = "1" + ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
        account = "2" + number;
        given().contentType("application/json")
                .body(Map.of(
                        "displayPhoneNumber",
                        "+34 911 000 000",
                        "verifiedName",
                        "Panadería",
                        "wabaId",
                        account,
                        "accessToken",
                        "token-" + number,
                        "appSecret",
                        Business.APP_SECRET,
                        "verifyToken",
                        Business.VERIFY_TOKEN,
                        "callbackUrl",
                        business.url()))
                .put("/simulator/api/numbers/" + number)
                .then()
                .statusCode(200)
                .body("callback", equalTo("verified"));
        behave("\"noStatuses\":false");
    }

    @AfterEach
    void disconnect() {
        given().delete("/simulator/api/numbers/" + number).then().statusCode(204);
        business.close();
    }

    void behave(String switches) {
        given().contentType("application/json")
                .body("{" + FAST + (switches.contains("webhookBatch") ? "," : ",\"webhookBatch\":1,") + switches + "}")
                .put("/simulator/api/numbers/" + number + "/behaviour")
                .then()
                .statusCode(200);
    }

    String write(String message) {
        return given().contentType("application/json")
                .body(message)
                .post(customer(LUCIA) + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response send(String body) {
        return business()
                .body(body.replace('\'', '"').replaceFirst("\\{", "{\"messaging_product\":\"whatsapp\","))
                .post(messages());
    }

    RequestSpecification business() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer token-" + number)
                .contentType("application/json");
    }

    io.restassured.response.ValidatableResponse thread(String waId) {
        return given().get(customer(waId) + "/messages").then().statusCode(200);
    }

    String customer(String waId) {
        return "/simulator/api/numbers/" + number + "/customers/" + waId;
    }

    String messages() {
        return "/v23.0/" + number + "/messages";
    }

    static void refused(Response response, int status, int code) {
        assertThat(response.statusCode()).isEqualTo(status);
        response.then().body("error.code", equalTo(code)).body("error.fbtrace_id", startsWith("A"));
    }

    static String quoted(String key) {
        return "'" + key + "'";
    }
}
