package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.contact.Api;
import dev.tertulia.contact.Topic;
import dev.tertulia.contracts.contact.ContactCreated;
import dev.tertulia.contracts.contact.ContactErased;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUpdated;
import dev.tertulia.contracts.contact.IdentityDetails;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactEventsIT {
    private final Api api = Api.ofNewTenant();

    @Test
    void theLifeOfAContactIsToldInOrder() {
        String phone = Api.anyPhone();
        UUID id = api.created("{\"name\": \"Lucía\", \"phones\": [\"%s\"], \"tags\": [\"vip\"]}".formatted(phone));
        api.patch(id, "{\"name\": \"Lucía Peña\", \"language\": \"es\"}").statusCode(200);
        api.patch(id, "{\"name\": \"Lucía Peña\"}").statusCode(200);
        UUID identity = Api.id(api.addIdentity(id, "{\"kind\": \"email\", \"value\": \"L@example.com\"}")
                .statusCode(201));
        api.request()
                .delete(Api.CONTACTS + "/" + id + "/identities/" + identity)
                .then()
                .statusCode(204);
        api.delete(id).statusCode(204);

        try (var created = new Topic<>(ContactTopics.CREATED, ContactCreated.class);
                var updated = new Topic<>(ContactTopics.UPDATED, ContactUpdated.class);
                var erased = new Topic<>(ContactTopics.ERASED, ContactErased.class)) {
            ContactCreated first = created.await(api.tenant(), 1).getFirst();
            assertThat(first.contactId()).isEqualTo(id);
            assertThat(first.origin()).isEqualTo("person");
            assertThat(first.contact().name()).isEqualTo("Lucía");
            assertThat(first.contact().tags()).containsExactly("vip");
            assertThat(first.contact().identities()).containsExactly(new IdentityDetails("phone", "", phone, phone));

            List<ContactUpdated> changes = updated.await(api.tenant(), 3);
            assertThat(changes)
                    .extracting(ContactUpdated::changed)
                    .containsExactly(List.of("name", "language"), List.of("identities"), List.of("identities"));
            assertThat(changes.get(0).contact().name()).isEqualTo("Lucía Peña");
            assertThat(changes.get(1).contact().identities())
                    .contains(new IdentityDetails("email", "", "l@example.com", "L@example.com"));
            assertThat(changes.get(2).contact().identities()).hasSize(1);

            assertThat(erased.await(api.tenant(), 1)).containsExactly(new ContactErased(id, List.of()));

            assertThat(sequence(created.records(api.tenant()))).containsExactly(1L);
            assertThat(sequence(updated.records(api.tenant()))).containsExactly(2L, 3L, 4L);
            assertThat(sequence(erased.records(api.tenant()))).containsExactly(5L);
            assertThat(updated.records(api.tenant()))
                    .allMatch(record -> record.key().equals(id.toString()));
        }
    }

    @Test
    void whatIsRefusedTellsNothing() {
        String phone = Api.anyPhone();
        UUID id = api.created("{\"phones\": [\"%s\"]}".formatted(phone));
        api.create("{\"phones\": [\"%s\"]}".formatted(phone)).statusCode(409);
        api.patch(id, "{\"timezone\": \"Mars\"}").statusCode(422);
        api.created("{}");
        try (var created = new Topic<>(ContactTopics.CREATED, ContactCreated.class)) {
            assertThat(created.await(api.tenant(), 2)).hasSize(2);
        }
    }

    private static List<Long> sequence(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> Long.valueOf(Topic.header(record, "ce_sequence")))
                .toList();
    }
}
