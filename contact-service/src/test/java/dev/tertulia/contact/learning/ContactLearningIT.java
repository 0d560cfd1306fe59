package dev.tertulia.contact.learning;

import static dev.tertulia.contact.Messaging.again;
import static dev.tertulia.contact.Messaging.conversationOpened;
import static dev.tertulia.contact.Messaging.messageReceived;
import static dev.tertulia.contact.Messaging.onTelegram;
import static dev.tertulia.contact.Messaging.onWhatsapp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tertulia.contact.Api;
import dev.tertulia.contact.Messaging;
import dev.tertulia.contact.Topic;
import dev.tertulia.contracts.contact.ContactCreated;
import dev.tertulia.contracts.contact.ContactMerged;
import dev.tertulia.contracts.contact.ContactTopics;
import dev.tertulia.contracts.contact.ContactUpdated;
import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.Topics;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactLearningIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Messaging messaging = new Messaging();
    private final Api api = Api.ofNewTenant();
    private final UUID tenant = api.tenant();
    private final UUID minted = UUID.randomUUID();
    private final String phone = Api.anyPhone();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @AfterEach
    void close() {
        messaging.close();
    }

    @Test
    void whoWritesIsAContactWithTheIdThatMessagingMinted() {
        messaging.send(messageReceived(tenant, onWhatsapp(minted, " Lucía ", phone), now));
        awaitInteractions(minted, 1);
        Map<String, Object> contact = shown(minted);
        assertThat(contact)
                .containsEntry("id", minted.toString())
                .containsEntry("name", "Lucía")
                .containsEntry("phones", List.of(phone))
                .containsEntry("lastInteractionAt", now.toString());
        assertThat(api.get(minted).extract().<List<String>>path("identities.kind"))
                .containsExactlyInAnyOrder("whatsapp", "phone");
        try (var created = new Topic<>(ContactTopics.CREATED, ContactCreated.class)) {
            ContactCreated told = created.await(tenant, 1).getFirst();
            assertThat(told.origin()).isEqualTo("message");
            assertThat(told.contact().name()).isEqualTo("Lucía");
            assertThat(told.contact().identities()).hasSize(2);
            assertThat(Topic.header(created.records(tenant).getFirst(), "ce_requestid"))
                    .isEqualTo("request-of-" + tenant);
        }
    }

    @Test
    void theSameEventFiftyTimesInParallelIsOneMessageOfOneContact() {
        ProducerRecord<String, String> event = messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), now);
        messaging.sendAll(IntStream.range(0, 50)
                .mapToObj(copy -> again(event, UUID.randomUUID()))
                .toList());
        ContactReference last = onTelegram(UUID.randomUUID(), null, "last-" + minted);
        messaging.sendAll(IntStream.range(0, 30)
                .mapToObj(n -> messageReceived(tenant, last, now))
                .toList());
        // All partitions have come to what was sent after the copies.
        awaitInteractions(last.id(), 30);
        assertThat(shown(minted)).containsEntry("interactionCount", 1);
        assertThat(count()).isEqualTo(2);
        try (var created = new Topic<>(ContactTopics.CREATED, ContactCreated.class)) {
            assertThat(created.await(tenant, 2)).hasSize(2);
        }
    }

    @Test
    void oneNumberUnderFiftyMintedIdsIsOneContactAndMessagingIsToldOfEachId() {
        List<ProducerRecord<String, String>> events = IntStream.range(0, 50)
                .mapToObj(n -> messageReceived(tenant, onWhatsapp(UUID.randomUUID(), null, phone), now.plusMillis(n)))
                .toList();
        messaging.sendAll(events);
        UUID contact = await().atMost(PATIENCE).until(this::onlyContact, id -> interactions(id) == 50);
        assertThat(count()).isEqualTo(1);
        assertThat(shown(contact))
                .containsEntry("lastInteractionAt", now.plusMillis(49).toString());
        try (var merged = new Topic<>(ContactTopics.MERGED, ContactMerged.class)) {
            List<ContactMerged> told = merged.await(tenant, 49);
            assertThat(told).hasSize(49).allMatch(one -> one.contactId().equals(contact) && one.mergeId() == null);
            assertThat(told)
                    .extracting(ContactMerged::duplicateId)
                    .doesNotHaveDuplicates()
                    .doesNotContain(contact);
        }
    }

    @Test
    void whomWeKnewAlreadyKeepsTheirIdAndTheNameThatAPersonGave() {
        UUID ours = api.created("{\"name\": \"Lucía Peña\", \"phones\": [\"%s\"]}".formatted(phone));
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "~lu~", phone), now));
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "~lu~", phone), now));
        awaitInteractions(ours, 2);
        assertThat(shown(ours)).containsEntry("name", "Lucía Peña");
        assertThat(shown(minted)).containsEntry("id", ours.toString());
        assertThat(count()).isEqualTo(1);
        api.patch(minted, "{}").statusCode(409);
        api.merge(ours, minted).statusCode(422);
        api.merge(minted, api.created("{}")).statusCode(409);
        try (var merged = new Topic<>(ContactTopics.MERGED, ContactMerged.class);
                var updated = new Topic<>(ContactTopics.UPDATED, ContactUpdated.class)) {
            ContactMerged told = merged.await(tenant, 1).getFirst();
            assertThat(told.contactId()).isEqualTo(ours);
            assertThat(told.duplicateId()).isEqualTo(minted);
            assertThat(told.contact().name()).isEqualTo("Lucía Peña");
            assertThat(told.identities()).extracting(one -> one.kind()).contains("whatsapp");
            assertThat(updated.await(tenant, 1))
                    .singleElement()
                    .satisfies(change -> assertThat(change.changed()).containsExactly("identities"));
            List<Long> sequences = List.of(
                    Long.valueOf(Topic.header(updated.records(tenant).getFirst(), "ce_sequence")),
                    Long.valueOf(Topic.header(merged.records(tenant).getFirst(), "ce_sequence")));
            assertThat(sequences).containsExactly(2L, 3L);
        }
    }

    @Test
    void theProvidersNameFillsAnEmptyOneAndFollowsTheProfileUntilAPersonWritesOne() {
        UUID ours = api.created("{\"phones\": [\"%s\"]}".formatted(phone));
        messaging.send(messageReceived(tenant, onWhatsapp(ours, "Lu", phone), now));
        awaitName(ours, "Lu");
        messaging.send(messageReceived(tenant, onWhatsapp(ours, "Lucía", phone), now.plusSeconds(2)));
        awaitName(ours, "Lucía");
        messaging.send(messageReceived(tenant, onWhatsapp(ours, "Old", phone), now.plusSeconds(1)));
        awaitInteractions(ours, 3);
        assertThat(shown(ours)).containsEntry("name", "Lucía");
        api.patch(ours, "{\"name\": \"Lucía Peña\"}").statusCode(200);
        messaging.send(messageReceived(tenant, onWhatsapp(ours, "New", phone), now.plusSeconds(3)));
        awaitInteractions(ours, 4);
        assertThat(shown(ours)).containsEntry("name", "Lucía Peña");
    }

    @Test
    void activityOnlyGoesForwardAndKeepsTheTag() {
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), now));
        awaitInteractions(minted, 1);
        String tag = api.get(minted).extract().header("ETag");
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), now.minusSeconds(60)));
        awaitInteractions(minted, 2);
        assertThat(shown(minted)).containsEntry("lastInteractionAt", now.toString());
        assertThat(api.get(minted).extract().header("ETag")).isEqualTo(tag);
    }

    @Test
    void whatOurOwnBusinessSaysIsNoInteractionOfTheirs() {
        messaging.send(messageReceived(tenant, onWhatsapp(minted, null, phone), now, now, "outbound"));
        messaging.send(conversationOpened(tenant, onTelegram(UUID.randomUUID(), "Pedro", "p-" + minted), now));
        await().atMost(PATIENCE).until(() -> count() == 2);
        assertThat(api.list(Map.of()).extract().<List<Integer>>path("items.interactionCount"))
                .containsExactly(0, 0);
    }

    @Test
    void writingDownAContactWhileItWritesMakesOne() throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 10; round++) {
                String number = Api.anyPhone();
                UUID id = UUID.randomUUID();
                String body = "{\"name\": \"Lucía\", \"phones\": [\"%s\"]}".formatted(number);
                Callable<Integer> write = () -> api.create(body).extract().statusCode();
                Callable<Integer> hear = () -> {
                    messaging.send(messageReceived(tenant, onWhatsapp(id, "lu", number), now));
                    return 201;
                };
                List<Future<Integer>> answers = people.invokeAll(List.of(write, hear, write));
                assertThat(answers).extracting(Future::get).allMatch(status -> status == 201 || status == 409);
                await().atMost(PATIENCE)
                        .until(() -> found(number).size() == 1
                                && interactions(found(number).getFirst()) == 1);
            }
        }
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void whatIsMergedAndUndoneWhileTheyWriteLosesNoMessage() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        ContactReference one = onWhatsapp(first, null, phone);
        ContactReference other = onTelegram(second, null, "t-" + second);
        messaging.sendAll(List.of(messageReceived(tenant, one, now), messageReceived(tenant, other, now)));
        awaitInteractions(first, 1);
        awaitInteractions(second, 1);
        for (int round = 0; round < 5; round++) {
            messaging.sendAll(IntStream.range(0, 40)
                    .mapToObj(n -> messageReceived(tenant, n % 2 == 0 ? one : other, now))
                    .toList());
            UUID merge = Api.id(api.merge(first, second).statusCode(200));
            messaging.sendAll(List.of(messageReceived(tenant, one, now), messageReceived(tenant, other, now)));
            api.undo(merge).statusCode(200);
        }
        await().atMost(PATIENCE).until(() -> interactions(first) + interactions(second) == 2 + 5 * 42);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aMessageFromBeforeTheErasureDoesNotBringTheContactBackAndALaterOneDoes() {
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), now));
        awaitInteractions(minted, 1);
        api.delete(minted).statusCode(204);
        ContactReference next = onTelegram(UUID.randomUUID(), null, "next-" + minted);
        messaging.sendAll(IntStream.range(0, 30)
                .mapToObj(n -> messageReceived(tenant, n == 0 ? onWhatsapp(minted, "Lucía", phone) : next, now))
                .toList());
        awaitInteractions(next.id(), 29);
        api.get(minted).statusCode(404);

        Instant later = Instant.now().plusSeconds(1);
        messaging.send(messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), later));
        awaitInteractions(minted, 1);
        try (var created = new Topic<>(ContactTopics.CREATED, ContactCreated.class)) {
            List<ContactCreated> told = created.await(tenant, 3);
            assertThat(told).filteredOn(one -> one.contactId().equals(minted)).hasSize(2);
        }
    }

    @Test
    void whatCannotBeUnderstoodIsSetAsideAndHoldsUpNobody() {
        UUID conversation = UUID.randomUUID();
        messaging.sendAll(List.of(
                Messaging.event(MessagingTopics.MESSAGE_RECEIVED, tenant, conversation, now, "{\"message\":{}}"),
                again(messageReceived(tenant, onWhatsapp(minted, "Lucía", phone), now), conversation)));
        awaitInteractions(minted, 1);
        String aside = Topics.deadLetter(MessagingTopics.MESSAGE_RECEIVED, "contact-sightings");
        try (var deadLetters = new Topic<>(aside, Map.class)) {
            deadLetters.await(tenant, 1);
        }
    }

    private void awaitInteractions(UUID id, int count) {
        await().atMost(PATIENCE).until(() -> interactions(id) == count);
    }

    private void awaitName(UUID id, String name) {
        await().atMost(PATIENCE).until(() -> name.equals(api.get(id).extract().path("name")));
    }

    private int interactions(UUID id) {
        var contact = api.get(id).extract();
        return contact.statusCode() == 200 ? contact.path("interactionCount") : -1;
    }

    private Map<String, Object> shown(UUID id) {
        return api.get(id).statusCode(200).extract().path("$");
    }

    private int count() {
        return api.list(Map.of("limit", 200)).extract().path("items.size()");
    }

    private UUID onlyContact() {
        List<String> ids = api.list(Map.of()).extract().path("items.id");
        return ids.isEmpty() ? new UUID(0, 0) : UUID.fromString(ids.getFirst());
    }

    private List<UUID> found(String number) {
        List<String> ids = api.list(Map.of("q", number)).extract().path("items.id");
        return ids.stream().map(UUID::fromString).toList();
    }
}
