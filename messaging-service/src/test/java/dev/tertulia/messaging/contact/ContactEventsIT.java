package dev.tertulia.messaging.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contracts.contact.ContactCreated;
import dev.tertulia.contracts.contact.ContactDetails;
import dev.tertulia.contracts.contact.ContactErased;
import dev.tertulia.contracts.contact.ContactMerged;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUnmerged;
import dev.tertulia.contracts.contact.ContactUpdated;
import dev.tertulia.contracts.contact.IdentityDetails;
import dev.tertulia.messaging.TestChannel;
import dev.tertulia.messaging.TestEvents;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class ContactEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String EVENTS = "select topic from messaging.event_log where tenant_id = ? order by position";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    private final TestEvents events = new TestEvents();
    private long second = 1_760_000_000L;

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void theNameThatContactServiceKnowsIsShownAndOlderEventsChangeNothing() {
        write("573001234567");
        UUID contact = contactId();
        send(ContactTopics.UPDATED, contact, 3, new ContactUpdated(contact, List.of("name"), known(contact, "Lucía")));
        awaitName("Lucía");

        send(ContactTopics.CREATED, contact, 1, new ContactCreated(contact, "message", known(contact, "Old")));
        send(ContactTopics.UPDATED, contact, 4, new ContactUpdated(contact, List.of("tags"), known(contact, "Lucía")));
        send(ContactTopics.UPDATED, contact, 5, new ContactUpdated(contact, List.of("name"), known(contact, "Luz")));
        awaitName("Luz");

        // One for each name that was shown; the other two tell nobody anything.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(channel.select(EVENTS))
                        .containsExactly(
                                "conversation.opened",
                                "message.received",
                                "conversation.updated",
                                "conversation.updated"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                channel.select("select event_id from messaging.processed_event where tenant_id = ?"))
                        .hasSize(4));
        assertThat(name()).isEqualTo("Luz");
    }

    @Test
    void aMintedContactBecomesTheKnownOneAlsoInWhatIsReceivedLater() {
        write("573001234567");
        UUID minted = contactId();
        UUID contact = UUID.randomUUID();
        send(ContactTopics.MERGED, contact, 2, merged(contact, minted, "Lucía"));
        awaitContact(contact);
        assertThat(name()).isEqualTo("Lucía");

        write("573001234567");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                channel.select("select payload::jsonb #>> '{contact,id}' from messaging.event_log"
                                        + " where tenant_id = ? and topic = 'message.received' order by position"))
                        .containsExactly(minted.toString(), contact.toString()));
    }

    @Test
    void whatIsMergedIntoAMergedContactBelongsToTheLastOfThem() {
        write("573001234567");
        UUID minted = contactId();
        UUID middle = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        // The later of the two comes first, as it can since they have different keys.
        send(ContactTopics.MERGED, last, 2, merged(last, middle, "Last"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(channel.select("select merged_into from messaging.contact where tenant_id = ?"
                                        + " and merged_into is not null"))
                                .containsExactly(last.toString()));
        send(ContactTopics.MERGED, middle, 2, merged(middle, minted, "Middle"));
        awaitContact(last);
    }

    @Test
    void adividedContactTakesItsIdentitiesWithItAndAnOlderMergeDoesNotBringThemBack() {
        write("573001234567");
        UUID duplicate = contactId();
        UUID contact = UUID.randomUUID();
        send(ContactTopics.MERGED, contact, 2, merged(contact, duplicate, "Lucía"));
        awaitContact(contact);
        send(
                ContactTopics.UNMERGED,
                contact,
                3,
                new ContactUnmerged(
                        contact,
                        duplicate,
                        UUID.randomUUID(),
                        known(contact, "Lucía"),
                        known(duplicate, "Marta", identities())));
        awaitContact(duplicate);
        assertThat(name()).isEqualTo("Marta");

        send(ContactTopics.MERGED, contact, 2, merged(contact, duplicate, "Lucía"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                channel.select("select event_id from messaging.processed_event where tenant_id = ?"))
                        .hasSize(3));
        assertThat(contactId()).isEqualTo(duplicate);
    }

    @Test
    void nothingIsLeftOfWhoAnErasedContactWasAndTheirNextMessageIsAStrangers() {
        write("573001234567");
        UUID contact = contactId();
        send(ContactTopics.UPDATED, contact, 3, new ContactUpdated(contact, List.of("name"), known(contact, "Lucía")));
        awaitName("Lucía");
        send(ContactTopics.ERASED, contact, 4, new ContactErased(contact, List.of()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(name()).isNull());

        send(ContactTopics.UPDATED, contact, 5, new ContactUpdated(contact, List.of("name"), known(contact, "Lucía")));
        write("573001234567");

        assertThat(channel.select("select distinct contact_id from messaging.conversation where tenant_id = ?"))
                .hasSize(2);
        assertThat(channel.select(
                        "select phone from messaging.identity where tenant_id = ? and contact_id = '" + contact + "'"))
                .containsExactly((String) null);
        assertThat(channel.select("select sender_name from messaging.message where tenant_id = ? and sender_id = '"
                        + contact + "'"))
                .containsExactly((String) null);
    }

    private ContactMerged merged(UUID contact, UUID duplicate, String name) {
        return new ContactMerged(contact, duplicate, null, identities(), known(contact, name, identities()));
    }

    private List<IdentityDetails> identities() {
        String value = channel.select("select value from messaging.identity where tenant_id = ?")
                .getFirst();
        return List.of(new IdentityDetails("whatsapp", "", value, "573001234567"));
    }

    private static ContactDetails known(UUID id, String name) {
        return known(id, name, List.of());
    }

    private static ContactDetails known(UUID id, String name, List<IdentityDetails> identities) {
        return new ContactDetails(id, name, null, null, null, false, false, List.of(), identities);
    }

    private void send(String topic, UUID contact, long sequence, Object event) {
        events.send(channel.tenant, topic, contact, sequence, event);
    }

    private void write(String waId) {
        channel.post(channel.text(waId, "wamid." + UUID.randomUUID(), second++, "Hola"))
                .then()
                .statusCode(200);
    }

    private void awaitName(String name) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(name()).isEqualTo(name));
    }

    private void awaitContact(UUID contact) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(contactId()).isEqualTo(contact));
        assertThat(channel.select("select contact_id from messaging.identity where tenant_id = ?"))
                .containsExactly(contact.toString());
    }

    private UUID contactId() {
        return UUID.fromString(String.valueOf(contact().get("id")));
    }

    private @Nullable String name() {
        return (String) contact().get("name");
    }

    private Map<String, Object> contact() {
        return given().auth()
                .oauth2(TestPassports.as(channel.tenant, "supervisor"))
                .get("/api/v1/conversations")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].contact");
    }
}
