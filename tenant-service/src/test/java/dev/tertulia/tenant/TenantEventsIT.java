package dev.tertulia.tenant;

import static dev.tertulia.tenant.TestWorld.admin;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.member;
import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.platform.testkit.TestServers;
import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What others hear of a tenant's life, on the real topics. */
@QuarkusTest
class TenantEventsIT {

    @Test
    void aTenantsLifeIsTold() {
        Organisation acme = organisation();
        asOwner(acme)
                .body("{\"timezone\":\"America/Lima\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(200);
        asOwner(acme)
                .body("{\"phone\":\"+51 1 5550123\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(200);
        stand(acme, "suspended");
        stand(acme, "suspended");
        stand(acme, "active");

        List<ConsumerRecord<String, String>> told = told(acme.id(), 5);

        assertThat(told)
                .extracting(ConsumerRecord::topic)
                .containsExactly(
                        TenantTopics.TENANT_CREATED,
                        TenantTopics.TENANT_PLAN_CHANGED,
                        TenantTopics.TENANT_UPDATED,
                        TenantTopics.TENANT_SUSPENDED,
                        TenantTopics.TENANT_REACTIVATED);
        assertThat(told).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2", "3", "4", "5");
        assertThat(told).extracting(record -> header(record, "ce_tenantid")).containsOnly(acme.id());
        assertThat(new JsonObject(told.get(2).value()).getJsonArray("changed")).containsExactly("timezone");
        assertThat(new JsonObject(told.get(3).value()).getJsonObject("tenant").getString("status"))
                .isEqualTo("suspended");
    }

    @Test
    void aMembersLifeIsTold() {
        Organisation acme = organisation();
        String id = member(acme, "ann@example.test", "agent");
        for (String patch : List.of("{\"role\":\"supervisor\"}", "{\"active\":false}", "{\"active\":true}")) {
            asOwner(acme).body(patch).patch("/api/v1/members/" + id).then().statusCode(200);
        }

        List<ConsumerRecord<String, String>> told = told(id, 4);

        assertThat(told)
                .extracting(ConsumerRecord::topic)
                .containsExactly(
                        TenantTopics.MEMBER_JOINED,
                        TenantTopics.MEMBER_ROLE_CHANGED,
                        TenantTopics.MEMBER_DEACTIVATED,
                        TenantTopics.MEMBER_JOINED);
        JsonObject changed = new JsonObject(told.get(1).value());
        assertThat(changed.getString("previousRole")).isEqualTo("agent");
        assertThat(changed.getJsonObject("member").getString("role")).isEqualTo("supervisor");
        assertThat(told).extracting(record -> header(record, "ce_sequence")).containsExactly("1", "2", "3", "4");
    }

    private static void stand(Organisation organisation, String status) {
        admin().body("{\"status\":\"" + status + "\"}")
                .patch("/api/v1/platform/tenants/" + organisation.slug())
                .then()
                .statusCode(200);
    }

    /** What the topics hold of one aggregate, in its own order. */
    private static List<ConsumerRecord<String, String>> told(String key, int atLeast) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestServers.broker().bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(new PublishedTenantTopics().names());
            await().atMost(Duration.ofSeconds(60)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key)) {
                        records.add(record);
                    }
                });
                return records.size() >= atLeast;
            });
        }
        records.sort(Comparator.comparingLong(record -> Long.parseLong(header(record, "ce_sequence"))));
        return records;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
