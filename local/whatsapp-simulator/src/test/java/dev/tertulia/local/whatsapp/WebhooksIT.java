package dev.tertulia.local.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a business is told, over real HTTP, however badly it listens. */
@QuarkusTest
class WebhooksIT extends ConnectedNumber {

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
    void readByHandOnlyWhenTheThreadIsOpened() {
        behave("\"readOnlyWhenOpened\":true");
        write("{\"text\":\"hola\"}");
        String id = send("{'to':'34600111222','text':{'body':'a'}}").path("messages[0].id");
        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("sent", "delivered"));

        given().post(customer(LUCIA) + "/read").then().statusCode(204);

        await().untilAsserted(() -> assertThat(business.statesOf(id)).containsExactly("sent", "delivered", "read"));
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
}
