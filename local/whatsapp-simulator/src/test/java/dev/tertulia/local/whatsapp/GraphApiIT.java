package dev.tertulia.local.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a business sends, asks and is answered, over real HTTP. */
@QuarkusTest
class GraphApiIT extends ConnectedNumber {

    @Test
    void anAnswerGoesThroughSentDeliveredAndReadWithOurCallbackData() {
        write("{\"text\":\"hola\"}");

        String id = send("{'to':'+34 600 111 222','text':{'body':'¡Buenas!'},'biz_opaque_callback_data':'order-7'}")
                .then()
                .statusCode(200)
                .body("contacts[0].input", equalTo("+34 600 111 222"))
                .body("contacts[0].wa_id", equalTo(LUCIA))
                .extract()
                .path("messages[0].id");

        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("sent", "delivered", "read"));
        assertThat(business.statuses())
                .allMatch(one -> one.path("biz_opaque_callback_data").asText().equals("order-7"));
        thread(LUCIA).body("[1].state", equalTo("read")).body("[1].content.text.body", equalTo("¡Buenas!"));
    }

    @Test
    void aNumberThatNobodyRegisteredIsThereOnceItIsConnectedWithTheTokenThatIsGoodForAny() {
        String any = "sim-" + number;
        String path = "/v23.0/" + any;
        refused(given().header("Authorization", "Bearer other").get(path), 400, 100);

        withAnyToken().get(path).then().statusCode(200).body("id", equalTo(any));
        withAnyToken()
                .body(Map.of("override_callback_uri", business.url(), "verify_token", Business.VERIFY_TOKEN))
                .post(path + "-account/subscribed_apps")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body("{\"type\":\"text\",\"text\":\"hola\"}")
                .post("/simulator/api/numbers/" + any + "/customers/" + LUCIA + "/messages")
                .then()
                .statusCode(201);

        await().untilAsserted(() -> assertThat(business.posts)
                .anyMatch(post -> post.signed() && post.raw().contains("hola")));
        refused(given().header("Authorization", "Bearer other").get(path), 401, 190);
        given().delete("/simulator/api/numbers/" + any).then().statusCode(204);
    }

    private static RequestSpecification withAnyToken() {
        return given().header("Authorization", "Bearer token of any number").contentType("application/json");
    }

    @Test
    void outsideTheWindowOnlyTemplatesArrive() {
        String free = send("{'to':'34600111222','text':{'body':'hola'}}").path("messages[0].id");
        await().untilAsserted(() -> assertThat(business.statesOf(free)).containsExactly("failed"));
        assertThat(business.statuses()
                        .getFirst()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131047);

        String template =
                send("{'to':'34600111222','type':'template','template':{'name':'hello_world','language':{'code':'en_US'}}}")
                        .path("messages[0].id");
        await().untilAsserted(
                        () -> assertThat(business.statesOf(template)).containsExactly("sent", "delivered", "read"));
    }

    @Test
    void theWindowClosesADayAfterTheLastMessage() {
        behave("\"errorsInAnswer\":true");
        write("{\"text\":\"hola\"}");
        assertThat(send("{'to':'34600111222','text':{'body':'a'}}").statusCode())
                .isEqualTo(200);

        given().contentType("application/json")
                .body(Map.of("lastInboundAt", Instant.now().minusSeconds(86_401).toString()))
                .put(customer(LUCIA))
                .then()
                .statusCode(200);
        refused(send("{'to':'34600111222','text':{'body':'b'}}"), 400, 131047);
    }

    @Test
    void whoHasNoWhatsAppIsNotReached() {
        given().contentType("application/json")
                .body(Map.of("reachable", false, "lastInboundAt", Instant.now().toString()))
                .put(customer(LUCIA))
                .then()
                .statusCode(200);

        String id = send("{'to':'34600111222','text':{'body':'a'}}").path("messages[0].id");

        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("failed"));
        assertThat(business.statuses()
                        .getFirst()
                        .path("errors")
                        .get(0)
                        .path("code")
                        .asInt())
                .isEqualTo(131026);
    }

    @Test
    void wrongCallsAreRefusedAsMetaDoes() {
        String text = "{\"messaging_product\":\"whatsapp\",\"to\":\"34600111222\",\"text\":{\"body\":\"a\"}}";
        refused(
                given().header("Authorization", "Bearer no")
                        .contentType("application/json")
                        .body(text)
                        .post(messages()),
                401,
                190);
        refused(given().contentType("application/json").body(text).post(messages()), 401, 104);
        refused(
                given().header("Authorization", "Bearer no")
                        .contentType("application/json")
                        .body(text)
                        .post("/v23.0/999/messages"),
                400,
                100);
        refused(business().body("{").post(messages()), 400, 100);
        refused(business().body("{\"to\":\"34600111222\"}").post(messages()), 400, 100);
        refused(business().get("/v23.0/" + number + "/poems"), 400, 2500);
        refused(
                send("{'to':'34600111222','type':'template','template':{'name':'none','language':{'code':'es'}}}"),
                404,
                132001);
        refused(
                send(
                        "{'to':'34600111222','type':'template','template':{'name':'recordatorio_cita','language':{'code':'es'}}}"),
                400,
                132000);
        refused(
                send(
                        "{'to':'34600111222','type':'template','template':{'name':'plantilla_pausada','language':{'code':'es'}}}"),
                400,
                132015);
        refused(send("{'to':'34600111222','type':'image','image':{'id':'12'}}"), 400, 100);
        refused(send("{'to':'34911000000','text':{'body':'a'}}"), 400, 131021);
    }

    @Test
    void failuresStrikeAsTold() {
        write("{\"text\":\"hola\"}");
        behave(
                "\"failWith\":[{\"code\":130429,\"httpStatus\":500,\"next\":1},{\"code\":130429,\"next\":1},{\"code\":131056,\"next\":1,\"retryAfterSeconds\":7},{\"httpStatus\":503,\"how\":\"html\",\"next\":1}]");

        String text = "{'to':'34600111222','text':{'body':'a'}}";
        refused(send(text), 500, 130429);
        refused(send(text), 403, 130429);
        Response third = send(text);
        refused(third, 429, 131056);
        assertThat(third.header("Retry-After")).isEqualTo("7");
        Response fourth = send(text);
        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.contentType()).startsWith("text/html");
        assertThat(send(text).statusCode()).isEqualTo(200);
        behave("\"expiredToken\":true");
        refused(send(text), 401, 190);
    }

    @Test
    void aLostAnswerMeansAcceptedAndDeliveredAllTheSame() {
        write("{\"text\":\"hola\"}");
        behave("\"dropAnswers\":1");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> send(
                        "{'to':'34600111222','text':{'body':'a'},'biz_opaque_callback_data':'lost-" + number + "'}")))
                .isNotNull();

        await().untilAsserted(() -> assertThat(business.statuses())
                .extracting(one -> one.path("status").asText())
                .contains("delivered"));
        given().queryParam("callbackData", "lost-" + number)
                .get("/simulator/api/stats")
                .then()
                .body("times", equalTo(1))
                .body("numbers." + quoted(number) + ".accepted", equalTo(1));
    }

    @Test
    void anErrorMayHideAnAcceptedMessage() {
        write("{\"text\":\"hola\"}");
        behave("\"failWith\":{\"httpStatus\":500,\"accepted\":true,\"next\":1}");

        assertThat(send("{'to':'34600111222','text':{'body':'a'}}").statusCode())
                .isEqualTo(500);

        await().untilAsserted(() -> thread(LUCIA).body("[1].state", equalTo("read")));
    }

    @Test
    void aCallMayHangWithOrWithoutEffect() {
        write("{\"text\":\"hola\"}");
        for (String switches : List.of("\"hangAnswers\":1", "\"failWith\":{\"how\":\"hang\"}")) {
            behave(switches);
            HttpClient impatient = vertx.createHttpClient();
            AtomicBoolean gaveUp = new AtomicBoolean();
            impatient
                    .request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setAbsoluteURI("http://localhost:" + RestAssured.port + messages())
                            .putHeader("Authorization", "Bearer token-" + number)
                            .setTimeout(700))
                    .compose(request -> request.send(
                            "{\"messaging_product\":\"whatsapp\",\"to\":\"34600111222\",\"text\":{\"body\":\"a\"}}"))
                    .onFailure(failure -> gaveUp.set(failure instanceof TimeoutException));
            await().untilTrue(gaveUp);
            impatient.close();
        }

        given().get("/simulator/api/stats").then().body("numbers." + quoted(number) + ".accepted", equalTo(1));
    }

    @Test
    void mediaGoBothWays() {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
        String uploaded = business()
                .contentType("multipart/form-data")
                .multiPart("messaging_product", "whatsapp")
                .multiPart("type", "image/png")
                .multiPart("file", "a.png", bytes, "image/png")
                .post("/v23.0/" + number + "/media")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        write("{\"text\":\"hola\"}");
        assertThat(send("{'to':'34600111222','type':'image','image':{'id':'" + uploaded + "'}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().get("/simulator/api/media/" + uploaded).asByteArray())
                .isEqualTo(bytes);

        write("{\"type\":\"image\",\"caption\":\"mira\"}");
        await().until(() -> business.messages().size() == 2);
        JsonNode image = business.messages().get(1).path("image");
        assertThat(image.path("mime_type").asText()).isEqualTo("image/jpeg");
        String url = business()
                .get("/v23.0/" + image.path("id").asText())
                .then()
                .statusCode(200)
                .body("file_size", org.hamcrest.Matchers.greaterThan(1_000))
                .extract()
                .path("url");
        assertThat(business().get(url).asByteArray()).startsWith(0xff, 0xd8);
        assertThat(given().get(url).statusCode()).isEqualTo(401);
        assertThat(business().get(url.replaceAll("ext=\\d", "ext=9")).statusCode())
                .isEqualTo(404);
        business().delete("/v23.0/" + uploaded).then().statusCode(200).body("success", equalTo(true));
        refused(business().get("/v23.0/" + uploaded), 400, 100);
    }

    @Test
    void theBusinessMarksAsReadAndReacts() {
        String hello = write("{\"text\":\"hola\"}");

        send("{'status':'read','message_id':'" + hello + "','typing_indicator':{'type':'text'}}")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
        send("{'to':'34600111222','type':'reaction','reaction':{'message_id':'" + hello + "','emoji':'❤️'}}")
                .then()
                .statusCode(200);

        thread(LUCIA).body("[0].state", equalTo("read")).body("[0].businessReaction", equalTo("❤️"));
        given().get(customer(LUCIA)).then().body("typingUntil", startsWith("20"));
    }

    @Test
    void accountsNameTheirNumbersAndPageTheirTemplates() {
        business()
                .get("/v23.0/" + number + "?fields=display_phone_number,verified_name,quality_rating")
                .then()
                .body("display_phone_number", equalTo("+34911000000"))
                .body("verified_name", equalTo("Panadería"))
                .body("quality_rating", equalTo("GREEN"));
        int seen = 0;
        String next = "/v23.0/" + account + "/message_templates?limit=3&fields=name,status";
        while (next != null) {
            Response page = business().get(next);
            seen += page.<List<?>>path("data").size();
            next = page.path("paging.next");
        }
        assertThat(seen).isEqualTo(7);
        business()
                .body(
                        "{\"name\":\"nueva\",\"language\":\"es\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Hola\"}]}")
                .post("/v23.0/" + account + "/message_templates")
                .then()
                .statusCode(200)
                .body("status", equalTo("PENDING"));
        await().until(() -> business.values().stream()
                .anyMatch(value -> value.path("event").asText().equals("APPROVED")));
    }

    @Test
    void mediaByLinkAreFetchedWhereThatIsWanted() {
        write("{\"text\":\"hola\"}");
        String own = "http://localhost:" + RestAssured.port + "/simulator/";

        String good = send("{'to':'34600111222','type':'image','image':{'link':'" + own + "icon.svg'}}")
                .path("messages[0].id");
        String gone = send("{'to':'34600111222','type':'image','image':{'link':'" + own + "gone.png'}}")
                .path("messages[0].id");

        await().untilAsserted(() -> assertThat(business.statesOf(good)).containsExactly("sent", "delivered", "read"));
        await().untilAsserted(() -> assertThat(business.statesOf(gone)).containsExactly("failed"));
        thread(LUCIA)
                .body("[1].content.image.mime_type", startsWith("image/svg"))
                .body("[2].error.code", equalTo(131053))
                .body("[2].error.details", containsString("http code 404"));
    }
}
