package dev.tertulia.messaging.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.messaging.TestChannel;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding conversations by words, and places in them. */
@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class SearchIT {
    private static final long SECOND = 1_760_000_000L;
    private static final String LIST = "/api/v1/conversations";
    private static final String LUCIA = "573001112233";
    private static final String DIEGO = "5215512345678";

    @Inject
    @SuppressWarnings("NullAway.Init")
    FieldCipher cipher;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestChannel channel;

    @BeforeEach
    void connect() {
        channel = TestChannel.connected(cipher);
    }

    @Test
    void wordsAreFoundByTheirBeginningsWithoutCaseAndAccents() {
        write(LUCIA, "¿Tienen PAN de Yuca para mañana?", SECOND);
        write(DIEGO, "Quiero empanadas", SECOND + 1);

        for (String words : List.of("pan", "manana", "yúca PAN", "tien", "pan, yuca!")) {
            assertThat(found(words)).as(words).containsExactly(conversationOf(LUCIA));
        }
        for (String words : List.of("an", "pan empanadas", "panes")) {
            assertThat(found(words)).as(words).isEmpty();
        }
        assertThat(found("...")).isEmpty();
        assertThat(found("  ")).hasSize(2);
    }

    @Test
    void allThatWasEverSaidIsSearchedAlsoWhatIsResolved() {
        write(LUCIA, "El pedido era de almojábanas", SECOND);
        write(LUCIA, "Gracias", SECOND + 1);
        UUID conversation = conversationOf(LUCIA);
        supervisor()
                .body("{}")
                .post(LIST + "/" + conversation + "/resolve")
                .then()
                .statusCode(200);

        assertThat(found("almojabana")).containsExactly(conversation);
        supervisor().get(LIST + "?q=almojabana&status=open").then().body("items", empty());
        supervisor().get(LIST + "?q=almojabana&status=resolved").then().body("items.id", contains(text(conversation)));
    }

    @Test
    void contactsAreFoundByNameAndByAnyPartOfTheirNumberToItsEnd() {
        write(LUCIA, "Hola", SECOND);
        write(DIEGO, "Hola", SECOND + 1);
        channel.execute("insert into messaging.contact (tenant_id, id, name, sequence)"
                + " select i.tenant_id, i.contact_id, 'Lucía Peña', 1 from messaging.identity i"
                + " where i.tenant_id = ? and i.value like '%" + LUCIA + "'");

        for (String words : List.of("lucia", "peña luc", "+57 300", "1112233", "2233", "Customer " + LUCIA)) {
            assertThat(found(words)).as(words).containsExactly(conversationOf(LUCIA));
        }
        assertThat(found("33")).isEmpty();
        assertThat(found("customer")).containsExactly(conversationOf(DIEGO), conversationOf(LUCIA));
    }

    @Test
    void whatIsFoundGoesTogetherWithTheOtherFiltersAndComesInPages() {
        for (int n = 0; n < 5; n++) {
            write("57300999000" + n, "Hola número " + n, SECOND + n);
        }
        List<UUID> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            JsonPath page = supervisor()
                    .queryParam("q", "hola numero")
                    .queryParam("limit", 2)
                    .queryParam("after", next == null ? "" : next)
                    .get(LIST)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<String>getList("items.id").forEach(id -> all.add(UUID.fromString(id)));
            next = page.getString("nextCursor");
        } while (next != null);

        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(all.getFirst()).isEqualTo(conversationOf("573009990004"));
        supervisor()
                .get(LIST + "?q=hola&assignee=none&channel=" + channel.id)
                .then()
                .body("items.size()", equalTo(5));
        supervisor().get(LIST + "?q=hola&assignee=me").then().body("items", empty());
        supervisor().get(LIST + "?q=hola&channel=" + UUID.randomUUID()).then().body("items", empty());
    }

    @Test
    void nobodyFindsWhatTheyDoNotSee() {
        write(LUCIA, "Secreto de la casa", SECOND);
        UUID conversation = conversationOf(LUCIA);
        UUID colleague = channel.member();
        assertThat(ids(agent().get(LIST + "?q=secreto").then().extract().jsonPath()))
                .containsExactly(conversation);
        supervisor()
                .body(Map.of("memberId", colleague))
                .post(LIST + "/" + conversation + "/assign")
                .then()
                .statusCode(200);

        agent().get(LIST + "?q=secreto").then().statusCode(200).body("items", empty());
        given().auth()
                .oauth2(TestPassports.of(UUID.randomUUID(), "owner").token())
                .get(LIST + "?q=secreto")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void theOldestCanComeFirst() {
        write(LUCIA, "uno", SECOND);
        write(DIEGO, "dos", SECOND + 1);

        JsonPath first = supervisor()
                .get(LIST + "?sort=oldest&limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(text(conversationOf(LUCIA))))
                .extract()
                .jsonPath();
        supervisor()
                .get(LIST + "?sort=oldest&limit=1&after=" + first.getString("nextCursor"))
                .then()
                .body("items.id", contains(text(conversationOf(DIEGO))));
        supervisor().get(LIST + "?sort=loudest").then().statusCode(422);
    }

    @Test
    void theHistoryIsReadAroundAMessageAndOnInBothDirections() {
        for (int n = 0; n < 9; n++) {
            write(LUCIA, "Mensaje " + n, SECOND + n);
        }
        String messages = LIST + "/" + conversationOf(LUCIA) + "/messages";
        JsonPath all = history(messages + "?limit=50");
        assertThat(all.getString("previousCursor")).isNull();
        String fourth = all.getList("items.id", String.class).get(5);

        JsonPath middle = history(messages + "?around=" + fourth + "&limit=4");
        assertThat(texts(middle)).containsExactly("Mensaje 5", "Mensaje 4", "Mensaje 3", "Mensaje 2");
        assertThat(texts(history(messages + "?limit=9&after=" + middle.getString("nextCursor"))))
                .containsExactly("Mensaje 1", "Mensaje 0");
        JsonPath newer = history(messages + "?limit=2&before=" + middle.getString("previousCursor"));
        assertThat(texts(newer)).containsExactly("Mensaje 7", "Mensaje 6");
        JsonPath newest = history(messages + "?limit=2&before=" + newer.getString("previousCursor"));
        assertThat(texts(newest)).containsExactly("Mensaje 8");
        assertThat(newest.getString("previousCursor")).isNull();

        supervisor()
                .get(messages + "?around=" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", containsString("message-not-found"));
        supervisor().get(messages + "?around=" + fourth + "&q=x").then().statusCode(422);
        given().auth()
                .oauth2(TestPassports.of(UUID.randomUUID(), "owner").token())
                .get(messages + "?around=" + fourth)
                .then()
                .statusCode(404);
    }

    @Test
    void wordsAreFoundWithinAConversation() {
        write(LUCIA, "Quiero dos arepas", SECOND);
        write(LUCIA, "Y un café", SECOND + 1);
        write(LUCIA, "Las arepas sin queso", SECOND + 2);

        JsonPath found = history(LIST + "/" + conversationOf(LUCIA) + "/messages?q=ARÉPA");
        assertThat(texts(found)).containsExactly("Las arepas sin queso", "Quiero dos arepas");
    }

    @Test
    void countsAreByStatusAndFilter() {
        write(LUCIA, "uno", SECOND);
        write(DIEGO, "dos", SECOND + 1);
        supervisor()
                .body(Map.of("until", "2099-01-01T00:00:00Z"))
                .post(LIST + "/" + conversationOf(DIEGO) + "/snooze")
                .then()
                .statusCode(200);

        supervisor()
                .get(LIST + "/counts?channel=" + channel.id)
                .then()
                .body("all", equalTo(2))
                .body("byStatus.open.unassigned", equalTo(1))
                .body("byStatus.snoozed.all", equalTo(1))
                .body("byStatus.pending.all", equalTo(0));
        supervisor().get(LIST + "/counts?channel=" + UUID.randomUUID()).then().body("all", equalTo(0));
        supervisor().get(LIST + "/counts?label=" + UUID.randomUUID()).then().body("all", equalTo(0));
    }

    private void write(String waId, String text, long second) {
        channel.post(channel.text(waId, "wamid." + UUID.randomUUID(), second, text))
                .then()
                .statusCode(200);
    }

    private UUID conversationOf(String waId) {
        return UUID.fromString(channel.select("select c.id from messaging.conversation c join messaging.identity i"
                        + " on i.tenant_id = c.tenant_id and i.id = c.identity_id where c.tenant_id = ? and i.address = '"
                        + waId + "'")
                .getFirst());
    }

    private List<UUID> found(String words) {
        return ids(supervisor()
                .queryParam("q", words)
                .get(LIST)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath());
    }

    private static List<UUID> ids(JsonPath page) {
        return page.<String>getList("items.id").stream().map(UUID::fromString).toList();
    }

    private static String text(UUID id) {
        return id.toString();
    }

    private JsonPath history(String path) {
        return supervisor().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static List<String> texts(JsonPath page) {
        return page.getList("items.text");
    }

    private RequestSpecification supervisor() {
        return as("supervisor");
    }

    private RequestSpecification agent() {
        return as("agent");
    }

    private RequestSpecification as(String role) {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestPassports.of(channel.tenant, role).token());
    }
}
