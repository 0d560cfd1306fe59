package dev.tertulia.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contracts.audit.AuditChange;
import dev.tertulia.contracts.audit.AuditRecorded;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.testkit.PublishedAudit;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import dev.tertulia.platform.testkit.tenancy.AuditCatalogue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in the inbox is on record, with who did it and without what was said. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(FakeGraphAddress.class)
class AuditIT {
    private static final String CUSTOMER = "573001234567";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @SuppressWarnings("NullAway.Init") // set before each test
    private RequestSpecification ana;

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
        ana = given().auth()
                .oauth2(TestPassports.of(channel.tenant, "supervisor")
                        .actorName("Ana")
                        .token());
    }

    @Test
    void everyTableThatPeopleChangeIsRecorded() {
        AuditCatalogue.of("messaging")
                .unrecorded(
                        "identity", "contact-service's, which records it; messaging keeps what it needs for sending")
                .unrecorded("contact", "a copy of contact-service's")
                .unrecorded("member", "a copy of tenant-service's")
                .unrecorded("tenant_settings", "a copy of tenant-service's")
                .unrecorded("template", "the provider's, as they were read from it")
                .unrecorded("template_sync", "when templates were read, and are read again")
                .unrecorded("channel_event", "what the provider says of an account, kept as it came; nobody changes it")
                .unrecorded(
                        "message_revision", "what a message was before: the change itself is recorded with the message")
                .unrecorded("provider_event", "webhooks as they came")
                .unrecorded("waiting_item", "what waits for its message, with which it is recorded")
                .unrecorded("dispatch", "a place in line: what becomes of the message is recorded with it")
                .unrecorded("dispatch_lane", "the pace of a channel")
                .unrecorded("send_attempt", "calls to the provider: what becomes of the message is recorded with it")
                .unrecorded("attachment_upload", "under which id the provider has a file")
                .unrecorded("realtime_nonce", "that a ticket was used")
                .unrecorded(
                        "tenant_standing",
                        "what tenant-service told of the tenant and its plan, which it records itself")
                .unrecorded("usage_counter", "counts what is recorded where it happens")
                .assertHolds();
    }

    @Test
    void anHoursWorkReadsLikeAStory() throws IOException {
        try (FakeGraph graph = new FakeGraph()) {
            channel.post(channel.text(CUSTOMER, "wamid.Ganador", Instant.now().getEpochSecond(), "Quiero empanadas"))
                    .then()
                    .statusCode(200);
            String conversation = "/api/v1/conversations/" + only("conversation");
            post(conversation + "/assign", Map.of("memberId", channel.member())).statusCode(200);
            String answer = post(conversation + "/messages", Map.of("kind", "text", "text", "Recién horneadas"))
                    .statusCode(202)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> channel.select("select status from messaging.message where tenant_id = ? and id = '"
                                    + answer + "'")
                            .contains("sent"));
            for (String status : List.of("delivered", "read", "read")) {
                channel.post(channel.status(
                                FakeGraph.externalId(graph.calls(channel).getFirst()),
                                status,
                                Instant.now().getEpochSecond()))
                        .then()
                        .statusCode(200);
            }
            String label = post("/api/v1/labels", Map.of("name", "Pedidos", "color", "#ff8800"))
                    .statusCode(201)
                    .extract()
                    .path("id");
            json().body(Map.of("labelIds", List.of(label)))
                    .put(conversation + "/labels")
                    .then()
                    .statusCode(200);
            post(conversation + "/notes", Map.of("text", "Prefiere ajonjolí")).statusCode(201);
            post(conversation + "/resolve", Map.of()).statusCode(200);

            List<String> records = PublishedAudit.await(channel.tenant, 12);

            assertThat(told(records))
                    .containsExactly(
                            "system created channel",
                            "system created conversation",
                            "system created message",
                            "Ana updated conversation {assigneeId}",
                            "Ana created message",
                            "system updated message {externalId, status}",
                            "system updated message {status}",
                            "system updated message {status}",
                            "Ana created label",
                            "Ana created conversation-label",
                            "Ana created note",
                            "Ana updated conversation {resolvedAt, status}");
            assertThat(String.join("\n", records))
                    .doesNotContain("empanadas", "horneadas", "ajonjolí", CUSTOMER, "Customer", "wamid")
                    .doesNotContain(TestChannel.ACCESS_TOKEN, "secrets\":{");
            assertThat(changes(records).get(2).newValues())
                    .containsEntry("direction", "inbound")
                    .containsEntry("kind", "text")
                    .containsEntry("text", "[redacted]")
                    .containsEntry("conversationId", only("conversation"));
            assertThat(changes(records).get(6).oldValues()).isEqualTo(Map.of("status", "sent"));
            assertThat(changes(records).get(6).newValues()).isEqualTo(Map.of("status", "delivered"));
        }
    }

    @Test
    void whatOnlyCountsOnIsNoChange() {
        channel.post(channel.text(CUSTOMER, "wamid.1", 1_760_000_000L, "uno"))
                .then()
                .statusCode(200);
        channel.post(channel.text(CUSTOMER, "wamid.2", 1_760_000_001L, "dos"))
                .then()
                .statusCode(200);
        channel.post(channel.text(CUSTOMER, "wamid.2", 1_760_000_001L, "dos"))
                .then()
                .statusCode(200);
        post("/api/v1/conversations/" + only("conversation") + "/resolve", Map.of())
                .statusCode(200);
        channel.post(channel.text(CUSTOMER, "wamid.3", 1_760_000_002L, "tres"))
                .then()
                .statusCode(200);

        assertThat(told(PublishedAudit.await(channel.tenant, 7)))
                .containsExactly(
                        "system created channel",
                        "system created conversation",
                        "system created message",
                        "system created message",
                        "Ana updated conversation {resolvedAt, status}",
                        "system updated conversation {resolvedAt, status}",
                        "system created message");
    }

    @Test
    void whatGoesWithALabelIsOnRecordToo() {
        channel.post(channel.text(CUSTOMER, "wamid.1", 1_760_000_000L, "uno"))
                .then()
                .statusCode(200);
        String label = post("/api/v1/labels", Map.of("name", "Pedidos", "color", "#ff8800"))
                .statusCode(201)
                .extract()
                .path("id");
        json().body(Map.of("labelIds", List.of(label)))
                .put("/api/v1/conversations/" + only("conversation") + "/labels")
                .then()
                .statusCode(200);
        json().delete("/api/v1/labels/" + label).then().statusCode(204);

        assertThat(told(PublishedAudit.await(channel.tenant, 7)).subList(5, 7))
                .containsExactlyInAnyOrder("Ana deleted label", "Ana deleted conversation-label");
    }

    @Test
    void keysAndPlatformAdministratorsActUnderTheirOwnNames() {
        for (TestPassports.Passport passport : List.of(
                TestPassports.of(channel.tenant, "supervisor").apiKey().actorName("Shop"),
                TestPassports.of(channel.tenant, "platform_admin").actorName("Root"))) {
            given().auth()
                    .oauth2(passport.token())
                    .contentType("application/json")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .body(Map.of("name", "Label " + passport.hashCode(), "color", "#ff8800"))
                    .post("/api/v1/labels")
                    .then()
                    .statusCode(201);
        }

        List<AuditRecorded> records = records(PublishedAudit.await(channel.tenant, 3));
        assertThat(records.subList(1, 3))
                .extracting(
                        record -> record.actor().type(),
                        record -> record.actor().name(),
                        AuditRecorded::role)
                .containsExactly(tuple("api-key", "Shop", "supervisor"), tuple("user", "Root", "platform_admin"));
        assertThat(records.getLast().ip()).isEqualTo("203.0.113.7");
    }

    @Test
    void whatRollsBackLeavesNoRecordAndManyChangesAtOnceAreFewEvents() throws SQLException {
        String add = "insert into label (name, color) select 'Label ' || n, '#000000' from generate_series(1, 450) n";
        try (Connection service = TestDatabase.as("messaging_service");
                var statement = service.createStatement()) {
            service.setAutoCommit(false);
            statement.execute("select set_config('app.tenant_id', '" + channel.tenant + "', true)");
            statement.execute(add);
            service.rollback();
            statement.execute("select set_config('app.tenant_id', '" + channel.tenant + "', true)");
            statement.execute(add);
            service.commit();
        }

        List<AuditRecorded> records = records(PublishedAudit.await(channel.tenant, 4));
        assertThat(records).extracting(record -> record.changes().size()).containsExactly(1, 200, 200, 50);
    }

    private static List<String> told(List<String> records) {
        return records(records).stream()
                .flatMap(record -> record.changes().stream().map(change -> told(record, change)))
                .toList();
    }

    private static String told(AuditRecorded record, AuditChange change) {
        String who = record.actor().name() == null
                ? record.actor().type()
                : record.actor().name();
        String what = who + " " + change.action() + " " + change.resource().type();
        return change.action().equals("updated") ? what + " {" + columns(change) + "}" : what;
    }

    private static String columns(AuditChange change) {
        return Stream.of(change.oldValues(), change.newValues())
                .flatMap(values -> values.keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<AuditChange> changes(List<String> records) {
        return records(records).stream()
                .flatMap(record -> record.changes().stream())
                .toList();
    }

    private static List<AuditRecorded> records(List<String> records) {
        return records.stream()
                .map(json -> EventJson.read(json, AuditRecorded.class))
                .toList();
    }

    private String only(String table) {
        return channel.select("select id from messaging." + table + " where tenant_id = ?")
                .getFirst();
    }

    private ValidatableResponse post(String path, Object body) {
        return json().body(body).post(path).then();
    }

    private RequestSpecification json() {
        return given().spec(ana).contentType("application/json");
    }
}
