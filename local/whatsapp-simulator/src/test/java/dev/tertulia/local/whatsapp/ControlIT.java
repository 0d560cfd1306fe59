package dev.tertulia.local.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The page and what it calls. */
@QuarkusTest
class ControlIT extends ConnectedNumber {

    @Test
    void otherSitesCannotChangeAnything() {
        given().header("Origin", "https://evil.example")
                .post("/simulator/api/reset")
                .then()
                .statusCode(403);
        given().contentType("application/json")
                .body("{\"dropAnswer\":1}")
                .put("/simulator/api/numbers/" + number + "/behaviour")
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
        given().get("/simulator/api/numbers/none").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void openPagesAreToldWhichThreadHasChanged() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        HttpClient browser = vertx.createHttpClient();
        browser.request(HttpMethod.GET, RestAssured.port, "localhost", "/simulator/api/events")
                .compose(HttpClientRequest::send)
                .onSuccess(answer -> answer.handler(part -> heard.add(part.toString())));
        await().until(() -> !heard.isEmpty());

        write("{\"text\":\"hola\"}");

        await().until(() -> heard.stream()
                .anyMatch(part -> part.contains("{\"phoneNumberId\":\"" + number + "\",\"waId\":\"" + LUCIA + "\"}")));
        browser.close();
    }

    @Test
    void thePageBringsEverythingAlongAndAllowsNothingElse() {
        String page = given().get("/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
                .extract()
                .asString();

        assertThat(page).doesNotContain("http:", "https:", "style=", "onclick=");
        given().get("/simulator/app.js").then().statusCode(200);
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithAReason() {
        for (String wrong : List.of(
                "{\"type\":\"dance\"}",
                "{}",
                "{\"type\":\"reaction\"}",
                "{\"txt\":\"a\"}",
                "{\"type\":\"image\",\"data\":\"AAAA\"}")) {
            given().contentType("application/json")
                    .body(wrong)
                    .post(customer(LUCIA) + "/messages")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json");
        }
        given().contentType("application/json")
                .body("{")
                .post(customer(LUCIA) + "/messages")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("{}")
                .post(customer("nobody") + "/messages")
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{\"callbackUrl\":\"no url\"}")
                .put("/simulator/api/numbers/7")
                .then()
                .statusCode(422);
    }
}
