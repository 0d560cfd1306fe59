package dev.tertulia.messaging.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class ProviderEventIT {
    private static final String EVENTS = "/api/v1/provider-events";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Test
    void whatWasKeptAsideIsTakenWhenItIsReplayed() {
        TestChannel channel = TestChannel.connected(cipher);
        channel.post(channel.text("573001234567", "wamid." + UUID.randomUUID(), 1_760_000_000L, "Hola"))
                .then()
                .statusCode(200);
        // As if storing it had failed: it is kept, and nothing of it is there.
        channel.execute("delete from messaging.message where tenant_id = ?");
        channel.execute("update messaging.provider_event set status = 'aside', problem = 'XX000' where tenant_id = ?");
        String id = as(channel.tenant, "admin")
                .queryParam("status", "aside")
                .get(EVENTS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        as(channel.tenant, "agent").post(EVENTS + "/" + id + "/replay").then().statusCode(403);
        as(UUID.randomUUID(), "owner")
                .post(EVENTS + "/" + id + "/replay")
                .then()
                .statusCode(404);
        as(UUID.randomUUID(), "owner").get(EVENTS).then().body("items", empty());

        for (int n = 0; n < 2; n++) {
            as(channel.tenant, "admin")
                    .post(EVENTS + "/" + id + "/replay")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("taken"));
        }

        assertThat(channel.select("select text from messaging.message where tenant_id = ?"))
                .containsExactly("Hola");
        as(channel.tenant, "admin").get(EVENTS).then().body("items", empty());
    }

    @Test
    void whatIsNotUnderstoodTodayEitherStaysWhereItIs() {
        TestChannel channel = TestChannel.connected(cipher);
        channel.post("not JSON".getBytes(StandardCharsets.UTF_8)).then().statusCode(200);
        String id = as(channel.tenant, "admin")
                .queryParam("status", "unreadable")
                .get(EVENTS)
                .then()
                .body("items", hasSize(1))
                .body("items[0].sizeBytes", equalTo(8))
                .extract()
                .path("items[0].id");
        as(channel.tenant, "admin")
                .post(EVENTS + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/provider-event-still-unreadable"));
        as(channel.tenant, "admin")
                .queryParam("status", "taken")
                .get(EVENTS)
                .then()
                .statusCode(422);
    }

    private static RequestSpecification as(UUID tenant, String role) {
        return given().auth().oauth2(TestPassports.as(tenant, role));
    }
}
