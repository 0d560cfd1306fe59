package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the product exists for: a customer writes, a person answers, and both see what became of it. */
class MainJobIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private final RunningStack stack = RunningStack.get();

    @Test
    void aCustomerWritesAnAgentAnswersAndTheTicksMove() {
        String waId = "57300" + (1_000_000 + Math.abs(UUID.randomUUID().hashCode() % 8_999_999));
        String thread = "/numbers/number-acme/customers/" + waId + "/messages";
        try (Topic received = new Topic(stack, "message.received");
                Socket socket = new Socket(stack, "agent1@acme.test")) {
            await().atMost(SOON).until(() -> socket.types().contains("ready"));

            stack.simulator()
                    .body(Map.of("type", "text", "text", "Hola, ¿están abiertos?", "profileName", "Lucía Ñáñez"))
                    .post(thread)
                    .then()
                    .statusCode(org.hamcrest.Matchers.lessThan(300));

            await().atMost(SOON)
                    .untilAsserted(() -> stack.as("agent1@acme.test")
                            .get("/api/v1/conversations")
                            .then()
                            .statusCode(200)
                            .body("items.contact.identity.address", hasItem(waId)));
            String conversation = stack.as("agent1@acme.test")
                    .get("/api/v1/conversations")
                    .then()
                    .extract()
                    .path("items.find { it.contact.identity.address == '" + waId + "' }.id");
            List<String> said = stack.as("agent1@acme.test")
                    .get("/api/v1/conversations/" + conversation + "/messages")
                    .then()
                    .extract()
                    .path("items.text");
            assertThat(said).containsExactly("Hola, ¿están abiertos?");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(socket.heard).anySatisfy(event -> {
                        assertThat(event.path("type").asText()).isEqualTo("message.received");
                        assertThat(event.at("/data/conversation/id").asText()).isEqualTo(conversation);
                    }));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(received.heard).anySatisfy(event -> {
                        assertThat(event.key()).isEqualTo(conversation);
                        assertThat(Topic.header(event, "ce_type")).isEqualTo("message.received");
                        assertThat(Topic.header(event, "ce_specversion")).isEqualTo("1.0");
                    }));
            await().atMost(SOON)
                    .untilAsserted(() -> stack.as("supervisor@acme.test")
                            .queryParam("q", "Lucía Ñáñez")
                            .get("/api/v1/contacts")
                            .then()
                            .body("items.name", hasItem("Lucía Ñáñez")));

            String answer = stack.as("agent1@acme.test")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Map.of("kind", "text", "text", "¡Sí, hasta las ocho!"))
                    .post("/api/v1/conversations/" + conversation + "/messages")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(stack.simulator().get(thread).asString()).contains("¡Sí, hasta las ocho!"));
            await().atMost(SOON).untilAsserted(() -> {
                String status = stack.as("agent1@acme.test")
                        .get("/api/v1/conversations/" + conversation + "/messages")
                        .then()
                        .extract()
                        .path("items.find { it.id == '" + answer + "' }.status");
                assertThat(status).isEqualTo("read");
            });
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(socket.types())
                            .containsSubsequence(
                                    "message.queued", "message.sent", "message.delivered", "message.read"));
        }
    }
}
