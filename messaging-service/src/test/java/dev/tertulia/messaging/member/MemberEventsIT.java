package dev.tertulia.messaging.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.contracts.tenant.MemberDeactivated;
import dev.tertulia.contracts.tenant.MemberDetails;
import dev.tertulia.contracts.tenant.MemberJoined;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.messaging.TestEvents;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class MemberEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MemberDetails ANA = new MemberDetails("Ana", "ana@acme.test", "agent", List.of());
    private static final String ASSIGNEES =
            "select assignee_id from messaging.conversation where tenant_id = ? order by last_message_at";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @Test
    void conversationsAreGivenToMembersAndAreNobodysWhenTheyLeave() {
        TestChannel channel = TestChannel.connected(cipher);
        for (int n = 0; n < 2; n++) {
            channel.post(channel.text("57300123456" + n, "wamid." + UUID.randomUUID(), 1_760_000_000L + n, "Hola"))
                    .then()
                    .statusCode(200);
        }
        List<String> ids =
                channel.select("select id from messaging.conversation where tenant_id = ? order by last_message_at");
        UUID ana = UUID.randomUUID();
        assign(channel.tenant, ids.get(0), ana).statusCode(422).body("errors[0].field", equalTo("memberId"));

        try (TestEvents events = new TestEvents()) {
            events.send(channel.tenant, TenantTopics.MEMBER_JOINED, ana, 1, new MemberJoined(ana, ANA));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assign(channel.tenant, ids.get(0), ana).statusCode(200));
            assign(channel.tenant, ids.get(1), ana).statusCode(200);
            given().auth()
                    .oauth2(TestPassports.as(channel.tenant, "supervisor"))
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/conversations/" + ids.get(1) + "/resolve")
                    .then()
                    .statusCode(200);

            events.send(channel.tenant, TenantTopics.MEMBER_DEACTIVATED, ana, 3, new MemberDeactivated(ana, ANA));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(channel.select(ASSIGNEES)).containsExactly(null, ana.toString()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(channel.select("select payload::jsonb ->> 'previousAssigneeId'"
                                    + " from messaging.event_log where tenant_id = ? and topic = 'conversation.assigned'"
                                    + " order by position"))
                            .containsExactly(null, null, ana.toString()));
            assign(channel.tenant, ids.get(0), ana).statusCode(422);

            // An older event that comes late does not bring them back.
            events.send(channel.tenant, TenantTopics.MEMBER_JOINED, ana, 2, new MemberJoined(ana, ANA));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(channel.select(
                                    "select event_id from messaging.processed_event where tenant_id = ?"))
                            .hasSize(3));
            assign(channel.tenant, ids.get(0), ana).statusCode(422);
        }
    }

    private static ValidatableResponse assign(UUID tenant, String id, UUID member) {
        return given().auth()
                .oauth2(TestPassports.as(tenant, "supervisor"))
                .contentType("application/json")
                .body(Map.of("memberId", member))
                .post("/api/v1/conversations/" + id + "/assign")
                .then();
    }
}
