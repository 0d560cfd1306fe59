package dev.tertulia.contact.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.contact.Api;
import dev.tertulia.contact.Topic;
import dev.tertulia.contracts.contact.ContactErased;
import dev.tertulia.contracts.contact.ContactMerged;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUnmerged;
import dev.tertulia.contracts.contact.IdentityDetails;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactMergeIT {
    private final Api api = Api.ofNewTenant();
    private final String phone = Api.anyPhone();

    @Test
    void theSurvivorHasAllAndUndoingGivesBothBack() {
        UUID contact = api.created("""
                {"name": "Lucía", "tags": ["vip"], "attributes": {"plan": "gold"}, "phones": ["%s"]}""".formatted(phone));
        UUID duplicate = api.created("""
                {"name": "Lucy", "language": "en", "tags": ["new"], "attributes": {"plan": "free", "shoe": 38},
                 "emails": ["lucy@example.com"]}""");
        Map<String, Object> contactBefore = shown(contact);
        Map<String, Object> duplicateBefore = shown(duplicate);

        UUID merge = Api.id(api.merge(contact, duplicate)
                .statusCode(200)
                .body("contactId", equalTo(contact.toString()))
                .body("duplicateId", equalTo(duplicate.toString()))
                .body("undoneAt", nullValue()));
        api.get(contact)
                .body("name", equalTo("Lucía"))
                .body("language", equalTo("en"))
                .body("tags", contains("vip", "new"))
                .body("attributes", equalTo(Map.of("plan", "gold", "shoe", 38)))
                .body("phones", contains(phone))
                .body("emails", contains("lucy@example.com"));
        api.patch(duplicate, "{\"name\": \"x\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/contact-merged"))
                .body("contactId", equalTo(contact.toString()));
        api.delete(duplicate).statusCode(409);

        api.undo(merge).statusCode(200).body("undoneAt", notNullValue());
        assertThat(shown(contact)).isEqualTo(contactBefore);
        assertThat(shown(duplicate)).isEqualTo(duplicateBefore);
        api.list(Map.of("q", "lucy@example")).body("items.id", contains(duplicate.toString()));

        try (var merged = new Topic<>(ContactTopics.MERGED, ContactMerged.class);
                var unmerged = new Topic<>(ContactTopics.UNMERGED, ContactUnmerged.class)) {
            ContactMerged told = merged.await(api.tenant(), 1).getFirst();
            assertThat(told.contactId()).isEqualTo(contact);
            assertThat(told.duplicateId()).isEqualTo(duplicate);
            assertThat(told.mergeId()).isEqualTo(merge);
            IdentityDetails mail = new IdentityDetails("email", "", "lucy@example.com", "lucy@example.com");
            assertThat(told.identities()).containsExactly(mail);
            assertThat(told.contact().identities()).hasSize(2).contains(mail);
            ContactUnmerged undone = unmerged.await(api.tenant(), 1).getFirst();
            assertThat(undone.mergeId()).isEqualTo(merge);
            assertThat(undone.contact().identities()).doesNotContain(mail);
            assertThat(undone.duplicate().id()).isEqualTo(duplicate);
            assertThat(undone.duplicate().identities()).containsExactly(mail);
        }
    }

    @Test
    void whatWasChangedSinceTheMergeStaysWithTheSurvivor() {
        UUID contact = api.created("{\"name\": \"Lucía\"}");
        UUID duplicate = api.created("{\"language\": \"en\", \"tags\": [\"new\"], \"emails\": [\"lucy@example.com\"]}");
        UUID merge = Api.id(api.merge(contact, duplicate));
        api.patch(contact, "{\"language\": \"pt\", \"tags\": [\"new\", \"later\"]}")
                .statusCode(200);
        api.addIdentity(contact, "{\"kind\": \"phone\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(201);
        api.undo(merge).statusCode(200);
        api.get(contact)
                .body("language", equalTo("pt"))
                .body("tags", contains("later"))
                .body("phones", contains(phone))
                .body("emails", empty());
        api.get(duplicate).body("language", equalTo("en")).body("emails", contains("lucy@example.com"));
    }

    @Test
    void mergingAndUndoingTwiceIsDoneOnce() {
        UUID contact = api.created("{}");
        UUID duplicate = api.created("{}");
        UUID merge = Api.id(api.merge(contact, duplicate));
        assertThat(Api.id(api.merge(contact, duplicate).statusCode(200))).isEqualTo(merge);
        api.undo(merge).statusCode(200);
        api.undo(merge).statusCode(200);
        UUID again = Api.id(api.merge(contact, duplicate).statusCode(200));
        assertThat(again).isNotEqualTo(merge);
        api.request()
                .get(Api.CONTACTS + "/" + contact + "/merges")
                .then()
                .body("items.id", contains(again.toString(), merge.toString()));
        try (var merged = new Topic<>(ContactTopics.MERGED, ContactMerged.class);
                var unmerged = new Topic<>(ContactTopics.UNMERGED, ContactUnmerged.class)) {
            assertThat(merged.await(api.tenant(), 2)).hasSize(2);
            assertThat(unmerged.await(api.tenant(), 1)).hasSize(1);
        }
    }

    @Test
    void mergesUponMergesAreUndoneFromTheTop() {
        UUID first = api.created("{\"name\": \"First\"}");
        UUID second = api.created("{\"name\": \"Second\"}");
        UUID third = api.created("{\"name\": \"Third\", \"phones\": [\"%s\"]}".formatted(phone));
        UUID lower = Api.id(api.merge(second, third).statusCode(200));
        UUID upper = Api.id(api.merge(first, second).statusCode(200));
        api.get(third).body("id", equalTo(first.toString()));
        api.merge(third, first).statusCode(409);
        api.undo(lower)
                .statusCode(409)
                .body("type", equalTo("/problems/contact-merge-buried"))
                .body("contactId", equalTo(first.toString()));
        api.undo(upper).statusCode(200);
        api.get(second).body("phones", contains(phone));
        api.undo(lower).statusCode(200);
        api.get(third).body("id", equalTo(third.toString())).body("phones", contains(phone));
        api.list(Map.of()).body("items.name", containsInAnyOrder("First", "Second", "Third"));
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        UUID contact = api.created("{}");
        api.merge(contact, contact).statusCode(422).body("errors[0].field", equalTo("duplicateId"));
        api.merge(contact, UUID.randomUUID()).statusCode(422);
        api.merge(UUID.randomUUID(), contact).statusCode(404);
        api.undo(UUID.randomUUID()).statusCode(404).body("type", equalTo("/problems/contact-merge-not-found"));
        api.request()
                .body("{}")
                .post(Api.CONTACTS + "/" + contact + "/merge")
                .then()
                .statusCode(422);
    }

    @Test
    void erasingTheSurvivorErasesWhatWasMergedIntoIt() {
        UUID contact = api.created("{\"name\": \"Lucía\"}");
        UUID duplicate = api.created("{\"name\": \"Lucy\", \"phones\": [\"%s\"]}".formatted(phone));
        UUID merge = Api.id(api.merge(contact, duplicate));
        api.delete(contact).statusCode(204);
        api.get(contact).statusCode(404);
        api.get(duplicate).statusCode(404);
        api.undo(merge).statusCode(404);
        api.list(Map.of("q", phone)).body("items", hasSize(0));
        try (var erased = new Topic<>(ContactTopics.ERASED, ContactErased.class)) {
            assertThat(erased.await(api.tenant(), 1)).containsExactly(new ContactErased(contact, List.of(duplicate)));
        }
    }

    /** Without what tells when it was changed. */
    private Map<String, Object> shown(UUID id) {
        Map<String, Object> contact = api.get(id).statusCode(200).extract().path("$");
        contact.remove("updatedAt");
        return contact;
    }
}
