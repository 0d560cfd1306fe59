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
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol over real HTTP, with a business that listens. Each test has a number of its own. */
@QuarkusTest
class SimulatorIT {

    private static final String FAST = "\"sentAfter\":0,\"deliveredAfter\":0,\"readAfter\":0";
    private static final String LUCIA = "34600111222";

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

    @Test
    void aCustomersMessageArrivesSignedAndInMetasSpelling() {
        String id = write("{\"type\":\"text\",\"text\":\"¿Tenéis pan? https://a.example\",\"profileName\":\"Lucía\"}");

        await().until(() -> business.posts.size() == 1);
        assertThat(business.posts.getFirst().signed()).isTrue();
        assertThat(business.posts.getFirst().raw())
                .contains("\\u00bfTen\\u00e9is pan? https:\\/\\/a.example")
                .contains("\"id\":\"" + account + "\"");
        JsonNode value = business.values().getFirst();
        assertThat(value.path("metadata").path("phone_number_id").asText()).isEqualTo(number);
        assertThat(value.path("contacts").get(0).path("profile").path("name").asText())
                .isEqualTo("Lucía");
        assertThat(value.path("messages").get(0).path("id").asText()).isEqualTo(id);
        await().untilAsserted(() -> thread(LUCIA).body("[0].state", equalTo("delivered")));
    }

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
    void statusesCanComeBeforeTheAnswer() {
        write("{\"text\":\"hola\"}");
        behave("\"statusesBeforeAnswer\":true");

        String id = send("{'to':'34600111222','text':{'body':'a'}}").path("messages[0].id");

        assertThat(business.statesOf(id)).startsWith("sent", "delivered");
    }

    @Test
    void webhooksAreTriedAgainInOrderUntilTheyAreTaken() {
        business.answerWith(before -> before < 3 ? 500 : 200);
        List<String> ids = List.of(write("{\"text\":\"1\"}"), write("{\"text\":\"2\"}"), write("{\"text\":\"3\"}"));

        await().until(() -> business.messages().size() == 3);

        assertThat(business.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactlyElementsOf(ids);
        assertThat(business.posts).hasSize(6).allMatch(Business.Post::signed);
        given().get("/simulator/api/stats")
                .then()
                .body("numbers." + quoted(number) + ".webhooks.failedPosts", equalTo(3))
                .body("numbers." + quoted(number) + ".webhooks.pending", equalTo(0));
    }

    @Test
    void aRefusedWebhookHoldsNobodyUp() {
        business.answerWith(before -> before == 0 ? 422 : 200);
        String first = write("{\"text\":\"1\"}");
        String second = write("{\"text\":\"2\"}");

        await().until(() -> business.messages().size() == 2);

        assertThat(business.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactly(second, first);
    }

    @Test
    void duplicatesAreTheSameBytes() {
        behave("\"duplicateWebhooks\":4");
        write("{\"text\":\"hola\"}");

        await().until(() -> business.posts.size() == 5);

        assertThat(new HashSet<>(business.posts)).hasSize(1);
    }

    @Test
    void reorderedWebhooksAllArrive() {
        behave("\"reorderWebhooks\":true,\"webhookDelay\":{\"minMs\":0,\"maxMs\":200},\"webhookParallel\":4");
        List<String> ids = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> write("{\"text\":\"" + i + "\"}"))
                .toList();

        await().until(() -> business.messages().size() == 20);

        assertThat(business.messages())
                .extracting(message -> message.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(ids)
                .isNotEqualTo(ids);
    }

    @Test
    void whatWaitsTogetherGoesTogether() {
        behave("\"webhookBatch\":50");
        AtomicBoolean away = new AtomicBoolean(true);
        business.answerWith(before -> away.get() ? 503 : 200);
        for (int i = 0; i < 10; i++) {
            write("{\"text\":\"" + i + "\"}");
        }
        away.set(false);

        await().until(() -> business.messages().size() == 10);

        assertThat(business.posts.stream().filter(post -> post.answered() == 200))
                .hasSize(1);
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
    void everythingThatCustomersDoIsToldInMetasTerms() {
        String hello = write("{\"text\":\"hola\"}");
        String question =
                send("{'to':'34600111222','type':'interactive','interactive':{'type':'button','body':{'text':'?'},"
                                + "'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Sí'}}]}}}")
                        .path("messages[0].id");
        write("{\"type\":\"button_reply\",\"replyTo\":\"" + question + "\",\"id\":\"y\",\"title\":\"Sí\"}");
        write("{\"type\":\"reaction\",\"messageId\":\"" + question + "\",\"emoji\":\"👍\"}");
        write("{\"type\":\"edit\",\"messageId\":\"" + hello + "\",\"text\":\"hola!\"}");
        write("{\"type\":\"delete\",\"messageId\":\"" + hello + "\"}");
        write("{\"type\":\"audio\"}");
        write("{\"type\":\"location\"}");
        write("{\"type\":\"contacts\"}");
        write("{\"type\":\"unsupported\"}");

        await().until(() -> business.messages().size() == 9);
        assertThat(business.messages())
                .extracting(message -> message.path("type").asText())
                .containsExactly(
                        "text",
                        "interactive",
                        "reaction",
                        "edit",
                        "revoke",
                        "audio",
                        "location",
                        "contacts",
                        "unsupported");
        assertThat(business.messages().get(1).path("context").path("id").asText())
                .isEqualTo(question);
        assertThat(business.messages().get(5).path("audio").path("voice").asBoolean())
                .isTrue();
        assertThat(business.messages().get(8).path("errors").get(0).path("code").asInt())
                .isEqualTo(131051);
        thread(LUCIA).body("[0].deletedAt", startsWith("20")).body("[1].customerReaction", equalTo("👍"));
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
    void readByHandOnlyWhenTheThreadIsOpened() {
        behave("\"readOnlyWhenOpened\":true");
        write("{\"text\":\"hola\"}");
        String id = send("{'to':'34600111222','text':{'body':'a'}}").path("messages[0].id");
        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("sent", "delivered"));

        given().post(customer(LUCIA) + "/read").then().statusCode(204);

        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("sent", "delivered", "read"));
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
    void aCallbackThatDoesNotVerifyIsNotSubscribed() {
        refused(
                business()
                        .body("{\"override_callback_uri\":\"" + business.url() + "\",\"verify_token\":\"wrong\"}")
                        .post("/v23.0/" + account + "/subscribed_apps"),
                400,
                2200);
        business()
                .body("{\"override_callback_uri\":\"" + business.url() + "\",\"verify_token\":\""
                        + Business.VERIFY_TOKEN + "\"}")
                .post("/v23.0/" + account + "/subscribed_apps")
                .then()
                .statusCode(200)
                .body("success", equalTo(true));
    }

    @Test
    void anyValueCanBeSignedAndDelivered() {
        given().contentType("application/json")
                .body("{\"field\":\"account_update\",\"value\":{\"event\":\"ACCOUNT_DELETED\"},\"copies\":3}")
                .post("/simulator/api/numbers/" + number + "/webhook")
                .then()
                .statusCode(202);

        await().until(() -> business.posts.size() == 3);
        assertThat(business.posts).allMatch(Business.Post::signed);
        assertThat(business.posts.getFirst().raw()).contains("\"field\":\"account_update\"");
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

    private void behave(String switches) {
        given().contentType("application/json")
                .body("{" + FAST + (switches.contains("webhookBatch") ? "," : ",\"webhookBatch\":1,") + switches + "}")
                .put("/simulator/api/numbers/" + number + "/behaviour")
                .then()
                .statusCode(200);
    }

    private String write(String message) {
        return given().contentType("application/json")
                .body(message)
                .post(customer(LUCIA) + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response send(String body) {
        return business()
                .body(body.replace('\'', '"').replaceFirst("\\{", "{\"messaging_product\":\"whatsapp\","))
                .post(messages());
    }

    private RequestSpecification business() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer token-" + number)
                .contentType("application/json");
    }

    private io.restassured.response.ValidatableResponse thread(String waId) {
        return given().get(customer(waId) + "/messages").then().statusCode(200);
    }

    private String customer(String waId) {
        return "/simulator/api/numbers/" + number + "/customers/" + waId;
    }

    private String messages() {
        return "/v23.0/" + number + "/messages";
    }

    private static void refused(Response response, int status, int code) {
        assertThat(response.statusCode()).isEqualTo(status);
        response.then().body("error.code", equalTo(code)).body("error.fbtrace_id", startsWith("A"));
    }

    private static String quoted(String key) {
        return "'" + key + "'";
    }
}
