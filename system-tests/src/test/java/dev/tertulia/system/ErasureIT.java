package dev.tertulia.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tertulia.local.stack.Stack;
import dev.tertulia.platform.servers.DatabaseServer;
import dev.tertulia.platform.testkit.HeldRows;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant goes whole, from every service, though one is killed on the way, and another tenant notices nothing. */
class ErasureIT {
    private static final List<String> SERVICES = List.of("tenant", "contact", "messaging");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ADMINISTRATOR = "platform@tertulia.test";
    private static final String OWNER = "agent2@acme.test";

    private final RunningStack stack = RunningStack.get();
    private final String slug = "doomed-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aTenantIsExportedErasedAndProvedGone() {
        UUID tenant = found();
        String key = work();
        for (String service : SERVICES) {
            assertThat(held(service, tenant)).as(service).isNotEmpty();
        }
        Map<String, Long> others = lasting(acme());
        cancel();

        erase().statusCode(409).body("services", hasSize(3));
        for (String service : SERVICES) {
            String export = asAdministratorOf()
                    .get("/api/v1/tenant-exports/" + service)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(export.lines().reduce((first, last) -> last).orElseThrow())
                    .contains("\"complete\":true");
            assertThat(export).doesNotContain(key).doesNotContain("app-secret-of-the-erasure");
        }
        await().atMost(PATIENCE).untilAsserted(() -> erase().statusCode(202));
        stack.stack.part("contact-service").kill();

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> stack.as(ADMINISTRATOR)
                        .get("/api/v1/platform/tenants/" + slug + "/erasures")
                        .then()
                        .statusCode(200)
                        .body("items[0].state", is("done")));
        for (String service : SERVICES) {
            assertThat(held(service, tenant)).as(service).isEmpty();
        }
        assertThat(stack.data("attachments").resolve(tenant.toString()))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
        assertThat(lasting(acme())).isEqualTo(others);
        asOwner().get("/api/v1/tenant").then().statusCode(403);
        stack.anyone().header("X-API-Key", key).get("/api/v1/contacts").then().statusCode(401);
        stack.as(OWNER).get("/api/v1/tenant").then().statusCode(200).body("slug", is("acme"));
        stack.as(ADMINISTRATOR)
                .get("/api/v1/platform/tenants/" + slug)
                .then()
                .statusCode(404)
                .body("type", containsString("tenant-not-found"));
    }

    private UUID found() {
        return UUID.fromString(stack.as(ADMINISTRATOR)
                .body(Map.of("slug", slug, "name", "Doomed", "country", "CO", "owner", Map.of("email", OWNER)))
                .post("/api/v1/platform/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Something in every service; gives an API key. */
    private String work() {
        asOwner()
                .body(Map.of(
                        "type",
                        "whatsapp",
                        "name",
                        "Doomed",
                        "settings",
                        Map.of("phoneNumberId", "doomed-" + slug),
                        "secrets",
                        Map.of(
                                "accessToken",
                                "token",
                                "appSecret",
                                "app-secret-of-the-erasure",
                                "verifyToken",
                                "verify")))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
        for (int n = 0; n < 50; n++) {
            asOwner()
                    .body(Map.of("name", "Contact " + n))
                    .post("/api/v1/contacts")
                    .then()
                    .statusCode(201);
        }
        asOwner()
                .contentType("application/octet-stream")
                .body(new byte[] {1, 2, 3})
                .post("/api/v1/attachments?fileName=three.bin")
                .then()
                .statusCode(201);
        return asOwner()
                .body(Map.of("name", "Shop", "role", "agent"))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private void cancel() {
        stack.as(ADMINISTRATOR)
                .body(Map.of("status", "cancelled"))
                .patch("/api/v1/platform/tenants/" + slug)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse erase() {
        return stack.as(ADMINISTRATOR)
                .body(Map.of("confirm", slug))
                .post("/api/v1/platform/tenants/" + slug + "/erasures")
                .then();
    }

    private RequestSpecification asOwner() {
        return stack.as(OWNER).header("X-Tenant", slug);
    }

    private RequestSpecification asAdministratorOf() {
        return stack.as(ADMINISTRATOR).header("X-Tenant", slug);
    }

    private Map<String, Long> held(String service, UUID tenant) {
        var database = (DatabaseServer) stack.stack.part(Stack.POSTGRES);
        return HeldRows.of(database.superuser("tertulia"), service, tenant);
    }

    private UUID acme() {
        return UUID.fromString(stack.as("owner@acme.test")
                .get("/api/v1/tenant")
                .then()
                .extract()
                .path("id"));
    }

    /** What of another tenant does not come and go by itself. */
    private Map<String, Long> lasting(UUID tenant) {
        Map<String, Long> held = held("tenant", tenant);
        held.putAll(held("contact", tenant));
        held.putAll(held("messaging", tenant));
        held.keySet().retainAll(List.of("tenant", "member", "contact", "contact_identity", "channel", "message"));
        return held;
    }
}
