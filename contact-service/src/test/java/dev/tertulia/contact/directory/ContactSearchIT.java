package dev.tertulia.contact.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tertulia.contact.Api;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactSearchIT {
    private final Api api = Api.ofNewTenant();

    @ParameterizedTest
    @CsvSource({
        "José Muñoz,jose",
        "José Muñoz,MUNOZ",
        "Jose Munoz,josé muñoz",
        "José Muñoz,noz jos",
        "Łukasz Straße,lukasz strasse",
        "Søren Ærø,soren",
        "Đặng Thị Hương,dang huong",
        "Σίσυφος,σισυφοσ",
        "Жук Ёлкин,елкин",
        "مُحَمَّد علي,محمد",
        "أحمد,احمد",
        "علی رضا,علي",
        "שָׁלוֹם כהן,שלום",
        "王伟国,伟国",
        "王伟,王",
        "김민수,김민",
        "ＬＵＺ,luz",
        "O'Neil-Ruiz,neil-r",
        "100%_real,100%_r"
    })
    void aNameIsFoundHoweverItIsTyped(String name, String typed) {
        UUID id = api.created("{\"name\": \"%s\"}".formatted(name));
        api.created("{\"name\": \"Zzz Another\"}");
        assertThat(ids(Map.of("q", typed))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "jos%", "j_se", "josex", "ose m"})
    void whatIsNotThereIsNotFound(String typed) {
        api.created("{\"name\": \"Jose\", \"emails\": [\"x@example.com\"]}");
        api.list(Map.of("q", typed)).statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+57 310 555 7788",
                "310-555-7788",
                "0310 555 77 88",
                "573105557788",
                "5557788",
                "105557",
                "٣١٠٥٥٥٧٧٨٨",
                "\u202a+57 (310) 555 7788\u202c",
                "whatsapp:+573105557788"
            })
    void aPhoneNumberIsFoundInAnyForm(String typed) {
        UUID id = api.created("{\"phones\": [\"+573105557788\"]}");
        api.created("{\"phones\": [\"+573109998877\"]}");
        assertThat(ids(Map.of("q", typed))).containsExactly(id);
    }

    @Test
    void emailsAndOtherIdentitiesAreFound() {
        UUID id = api.created("""
                {"name": "Ana", "emails": ["Ana.Ruiz@Example.com"],
                 "identities": [{"kind": "telegram", "scope": "b", "value": "@anita_77"}]}""");
        assertThat(ids(Map.of("q", "ruiz@exam"))).containsExactly(id);
        assertThat(ids(Map.of("q", "ANITA_77"))).containsExactly(id);
        assertThat(ids(Map.of("q", "ana telegramx"))).isEmpty();
    }

    @Test
    void aContactIsFoundByWhatItIsCalledNow() {
        UUID id = api.created("{\"name\": \"Lucía\", \"emails\": [\"old@example.com\"]}");
        api.patch(id, "{\"name\": \"Marta\"}").statusCode(200);
        UUID identity = UUID.fromString(api.get(id).extract().path("identities[0].id"));
        api.request()
                .delete(Api.CONTACTS + "/" + id + "/identities/" + identity)
                .then()
                .statusCode(204);
        api.addIdentity(id, "{\"kind\": \"email\", \"value\": \"new@example.com\"}")
                .statusCode(201);
        assertThat(ids(Map.of("q", "marta"))).containsExactly(id);
        assertThat(ids(Map.of("q", "new@example"))).containsExactly(id);
        assertThat(ids(Map.of("q", "lucia"))).isEmpty();
        assertThat(ids(Map.of("q", "old@example"))).isEmpty();
    }

    @Test
    void tagsAndBlockedNarrowTheList() {
        UUID vip = api.created("{\"name\": \"A\", \"tags\": [\"vip\", \"new\"]}");
        UUID blocked = api.created("{\"name\": \"B\", \"tags\": [\"vip\"], \"blocked\": true}");
        UUID none = api.created("{\"name\": \"C\"}");
        assertThat(ids(Map.of("tag", "vip"))).containsExactly(vip, blocked);
        assertThat(ids(Map.of("tag", List.of("vip", "new")))).containsExactly(vip);
        assertThat(ids(Map.of("blocked", true))).containsExactly(blocked);
        assertThat(ids(Map.of("blocked", false))).containsExactly(vip, none);
        assertThat(ids(Map.of("blocked", false, "tag", "vip", "q", "a"))).containsExactly(vip);
    }

    @Test
    void theListIsSortedByNameWithoutRegardToAccentsAndNamelessOnesLast() {
        api.created("{}");
        for (String name : List.of("zoe", "Álvaro", "alba", "Ana", "Östen", "Яна")) {
            api.created("{\"name\": \"%s\"}".formatted(name));
        }
        api.list(Map.of("sort", "name"))
                .body("items.name", contains("alba", "Álvaro", "Ana", "Östen", "zoe", "Яна", null));
    }

    @Test
    void theNewestComeFirstWhenSortedByCreation() {
        UUID first = api.created("{}");
        UUID second = api.created("{}");
        assertThat(ids(Map.of("sort", "-createdAt"))).containsExactly(second, first);
        assertThat(ids(Map.of("sort", "-lastInteractionAt"))).containsExactlyInAnyOrder(first, second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-createdAt", "-lastInteractionAt"})
    void pagesHoldEachContactOnceWhileOthersAreAdded(String sort) {
        List<UUID> before = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            before.add(api.created(i % 3 == 0 ? "{}" : "{\"name\": \"Same\"}"));
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            ExtractableResponse<?> page = page(sort, cursor);
            page.<List<String>>path("items.id").forEach(id -> seen.add(UUID.fromString(id)));
            cursor = page.path("nextCursor");
            api.created("{\"name\": \"Same\"}");
        } while (cursor != null && seen.size() < 50);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aCursorOfAnotherSortIsRefused() {
        api.created("{}");
        api.created("{}");
        String cursor = api.list(Map.of("limit", 1, "sort", "name")).extract().path("nextCursor");
        api.list(Map.of("limit", 1, "sort", "-createdAt", "after", cursor))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource({"sort,-name", "blocked,maybe", "limit,0", "limit,201", "after,nonsense"})
    void aParameterThatMeansNothingIsRefused(String name, String value) {
        assertThat(api.list(Map.of(name, value)).extract().statusCode()).isIn(400, 422);
    }

    @Test
    void tooLongAQueryIsRefused() {
        api.list(Map.of("q", "x".repeat(101))).statusCode(422);
    }

    @Test
    void aMergedContactIsFoundAsItsSurvivor() {
        UUID survivor = api.created("{\"name\": \"Lucía\"}");
        UUID duplicate = api.created("{\"name\": \"Lucy\", \"emails\": [\"lucy@example.com\"]}");
        api.merge(survivor, duplicate).statusCode(200);
        assertThat(ids(Map.of("q", "lucy@example"))).containsExactly(survivor);
        api.list(Map.of()).body("items", hasSize(1));
        api.get(duplicate).statusCode(200).body("id", equalTo(survivor.toString()));
        api.list(Map.of("q", "lu")).body("items.id", containsInAnyOrder(survivor.toString()));
    }

    private ExtractableResponse<?> page(String sort, @Nullable String cursor) {
        Map<String, Object> parameters =
                cursor == null ? Map.of("sort", sort, "limit", 2) : Map.of("sort", sort, "limit", 2, "after", cursor);
        return api.list(parameters).statusCode(200).extract();
    }

    private List<UUID> ids(Map<String, ?> parameters) {
        List<String> ids = api.list(parameters).statusCode(200).extract().path("items.id");
        return ids.stream().map(UUID::fromString).toList();
    }
}
