package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing of one tenant is there for another, by any door. */
class IsolationIT {
    private final RunningStack stack = RunningStack.get();

    @Test
    void nothingOfAcmeIsThereForGlobex() {
        SignedChannel channel = SignedChannel.of(stack, "owner@acme.test");
        try (Socket stranger = new Socket(stack, "owner@globex.test")) {
            await().until(() -> stranger.types().contains("ready"));
            assertThat(channel.post(channel.webhook(
                            "573009998877",
                            List.of(SignedChannel.text(
                                    "573009998877", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Ours")))))
                    .isEqualTo(200);
            String conversation = stack.as("owner@acme.test")
                    .queryParam("channel", channel.id)
                    .get("/api/v1/conversations")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items[0].id");
            String contact = stack.as("owner@acme.test")
                    .get("/api/v1/contacts")
                    .then()
                    .extract()
                    .path("items[0].id");
            String member = stack.as("owner@acme.test")
                    .get("/api/v1/members")
                    .then()
                    .extract()
                    .path("items[0].id");

            for (String path : List.of(
                    "/api/v1/conversations/" + conversation,
                    "/api/v1/conversations/" + conversation + "/messages",
                    "/api/v1/channels/" + channel.id,
                    "/api/v1/contacts/" + contact)) {
                stack.as("owner@globex.test").get(path).then().statusCode(404);
                stack.as("owner@acme.test").get(path).then().statusCode(200);
            }
            stack.as("owner@globex.test")
                    .body("{}")
                    .post("/api/v1/conversations/" + conversation + "/resolve")
                    .then()
                    .statusCode(404);
            stack.as("owner@globex.test")
                    .body(Map.of("role", "viewer"))
                    .patch("/api/v1/members/" + member)
                    .then()
                    .statusCode(404);
            stack.as("owner@globex.test")
                    .get("/api/v1/channels")
                    .then()
                    .body("items.id", not(hasItem(channel.id.toString())));
            stack.as("owner@globex.test")
                    .header("X-Tenant", "acme")
                    .get("/api/v1/channels")
                    .then()
                    .statusCode(403);
            assertThat(stranger.types()).containsExactly("ready");
        }
    }

    @Test
    void whoeverIsNotSignedInGetsNowhere() {
        for (String path :
                List.of("/api/v1/conversations", "/api/v1/contacts", "/api/v1/channels", "/api/v1/members")) {
            stack.anyone().get(path).then().statusCode(401).contentType("application/problem+json");
            stack.anyone().auth().oauth2("nonsense").get(path).then().statusCode(401);
            stack.anyone().header("X-API-Key", "tk_nonsense").get(path).then().statusCode(401);
        }
        stack.anyone().get("/internal/jwks").then().statusCode(404);
        stack.anyone().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
    }
}
