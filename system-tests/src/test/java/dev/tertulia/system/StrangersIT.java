package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two strangers sign up, invite their people and work; neither ever sees a trace of the other. */
class StrangersIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final RunningStack stack = RunningStack.get();

    /** What one of them has, and how it is recognised wherever it turns up. */
    private record Organisation(
            String slug, Stranger owner, Stranger agent, String apiKey, String customer, List<String> marks) {}

    @Test
    void twoStrangersSignUpInviteTheirPeopleAndSeeNothingOfOneAnother() {
        Organisation luna = found("Panadería Luna", "es-CO", "America/Bogota", "CO");
        Organisation sol = found("Librería Sol", "es-MX", "America/Mexico_City", "MX");
        List<Operation> operations = Operation.all(stack);
        assertThat(operations).hasSizeGreaterThan(50);
        EndpointAttack attack = new EndpointAttack(operations, signedIn(luna.owner()), luna.marks());
        assertThat(attack.knownLists())
                .contains(
                        "/api/v1/members",
                        "/api/v1/contacts",
                        "/api/v1/channels",
                        "/api/v1/conversations",
                        "/api/v1/api-keys",
                        "/api/v1/invitations",
                        "/api/v1/labels",
                        "/api/v1/quick-replies",
                        "/api/v1/sign-in-domains");
        Map<String, String> before = attack.snapshot();

        assertThat(attack.successesOf("owner", signedIn(sol.owner()))).isEmpty();
        assertThat(attack.successesOf("agent", signedIn(sol.agent()))).isEmpty();
        assertThat(attack.successesOf("API key", () -> withKey(sol.apiKey()))).isEmpty();
        assertThat(attack.successesOf("nobody", stack::anyone)).isEmpty();
        assertThat(attack.successesOf(
                        "owner who names the other tenant",
                        () -> sol.owner().calls().header("X-Tenant", luna.slug())))
                .isEmpty();

        assertThat(attack.snapshot()).isEqualTo(before);
    }

    private Organisation found(String tenantName, String locale, String timezone, String country) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Stranger owner = new Stranger(stack, "ana@" + mark + ".test", "Ana " + mark);
        String slug = owner.signUp(tenantName + " " + mark, locale, timezone, country);
        Stranger agent = new Stranger(stack, "marta@" + mark + ".test", "Marta " + mark);
        owner.calls()
                .body(Map.of("email", agent.email(), "role", "agent"))
                .post("/api/v1/invitations")
                .then()
                .statusCode(201);
        agent.acceptInvitation();
        String customer = "57300" + (1_000_000 + Math.abs(mark.hashCode() % 8_999_999));
        SignedChannel channel = SignedChannel.of(stack, owner.calls());
        assertThat(channel.post(channel.webhook(
                        customer,
                        List.of(SignedChannel.text(
                                customer, "wamid." + UUID.randomUUID(), 1_790_000_000L, "Said to " + mark)))))
                .isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(agent.calls()
                                .get("/api/v1/conversations")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<String>>path("items.id"))
                        .hasSize(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(owner.calls()
                                .get("/api/v1/contacts")
                                .then()
                                .statusCode(200)
                                .extract()
                                .<List<String>>path("items.id"))
                        .hasSize(1));
        create(owner, "labels", Map.of("name", "Label " + mark, "color", "#2563eb"));
        create(owner, "quick-replies", Map.of("shortcut", "hello", "text", "Greetings of " + mark, "shared", true));
        create(owner, "sign-in-domains", Map.of("domain", mark + ".example"));
        String apiKey = create(owner, "api-keys", Map.of("name", "Shop " + mark, "role", "admin"))
                .path("key");
        return new Organisation(slug, owner, agent, apiKey, customer, List.of(mark, customer));
    }

    private static Response create(Stranger owner, String list, Map<String, Object> what) {
        return owner.calls()
                .body(what)
                .post("/api/v1/" + list)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    /** Signs in once for many requests. */
    private Supplier<RequestSpecification> signedIn(Stranger stranger) {
        String token = stranger.token();
        return () -> stack.anyone().auth().oauth2(token).contentType("application/json");
    }

    private RequestSpecification withKey(String key) {
        return stack.anyone().header("X-API-Key", key).contentType("application/json");
    }
}
