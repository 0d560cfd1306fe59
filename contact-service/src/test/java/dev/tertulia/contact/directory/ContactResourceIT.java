package dev.tertulia.contact.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.contact.Api;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestPassportIssuer.class)
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "contact"))
class ContactResourceIT {
    private final Api api = Api.ofNewTenant();

    @Test
    void aContactIsWrittenDownAndShown() {
        UUID id = Api.id(api.create("""
                        {"name": " Lucía  Peña ", "phones": ["310 555 7788"], "defaultRegion": "CO",
                         "emails": ["Lucia@Example.com"], "language": "es", "timezone": "America/Bogota",
                         "avatarUrl": "https://example.com/lucia.png", "tags": ["vip", "vip "],
                         "location": {"city": "Bogotá", "country": "CO", "latitude": 4.6, "longitude": -74.1},
                         "attributes": {"plan": "gold", "cars": [{"year": 2020}], "none": null}}""")
                .statusCode(201)
                .header("Location", containsString("/api/v1/contacts/"))
                .header("ETag", notNullValue()));
        api.get(id)
                .statusCode(200)
                .body("name", equalTo("Lucía  Peña"))
                .body("phones", contains("+573105557788"))
                .body("emails", contains("Lucia@Example.com"))
                .body("identities.kind", contains("phone", "email"))
                .body("identities.value", contains("+573105557788", "lucia@example.com"))
                .body("language", equalTo("es"))
                .body("timezone", equalTo("America/Bogota"))
                .body("avatarUrl", equalTo("https://example.com/lucia.png"))
                .body("tags", contains("vip"))
                .body("location.city", equalTo("Bogotá"))
                .body("location.latitude", equalTo(4.6f))
                .body("location.region", nullValue())
                .body("attributes.cars[0].year", equalTo(2020))
                .body("attributes.none", nullValue())
                .body("blocked", equalTo(false))
                .body("isGroup", equalTo(false))
                .body("interactionCount", equalTo(0))
                .body("lastInteractionAt", nullValue())
                .body("createdAt", notNullValue())
                .body("updatedAt", notNullValue());
    }

    @Test
    void aContactMayBeNothingAtAll() {
        UUID id = api.created("{}");
        api.get(id).body("name", nullValue()).body("identities", empty());
    }

    @Test
    void anIdentityOfAnotherContactIsAConflictThatNamesIt() {
        String phone = Api.anyPhone();
        UUID owner = api.created("{\"phones\": [\"%s\"]}".formatted(phone));
        api.create("{\"name\": \"Another\", \"emails\": [\"a@example.com\"], \"phones\": [\"%s\"]}".formatted(phone))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/identity-taken"))
                .body("contactId", equalTo(owner.toString()))
                .body("errors[0].field", equalTo("phones[0]"));
        assertThat(api.list(java.util.Map.of()).extract().<Integer>path("items.size()"))
                .isEqualTo(1);
    }

    @Test
    void twoTenantsMayKnowTheSamePerson() {
        String body = "{\"phones\": [\"%s\"]}".formatted(Api.anyPhone());
        api.created(body);
        Api.ofNewTenant().created(body);
    }

    @Test
    void aPhoneNumberWithoutItsCountryIsRefusedWithWords() {
        api.create("{\"phones\": [\"+57 310 555 7788\", \"310 555 7788\"]}")
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("phones[1]"))
                .body("errors[0].message", containsString("country code"))
                .body("errors[0].message", containsString("defaultRegion"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"phones\": [\"+57 1\"]} | phones[0]",
                "{\"emails\": [\"nobody\"]} | emails[0]",
                "{\"language\": \"spanish!\"} | language",
                "{\"timezone\": \"America/Macondo\"} | timezone",
                "{\"avatarUrl\": \"javascript:alert(1)\"} | avatarUrl",
                "{\"location\": {\"country\": \"Colombia\"}} | location.country",
                "{\"location\": {\"latitude\": 91}} | location.latitude",
                "{\"tags\": [\" \"]} | tags[0]",
                "{\"attributes\": {\"a\": \"x\\u0000\"}} | attributes.a",
                "{\"name\": \"x\\u0000\"} | name",
                "{\"identities\": [{\"kind\": \"pigeon\", \"value\": \"1\"}]} | identities[0].kind",
                "{\"defaultRegion\": \"Colombia\"} | defaultRegion",
                "{\"id\": \"0199a3c1-77aa-7c02-8d10-0c6f5e1b2a33\"} | id",
                "{\"interactionCount\": 7} | interactionCount"
            })
    void whatIsNotValidIsNamed(String body, String field) {
        api.create(body).statusCode(422).body("errors[0].field", equalTo(field));
    }

    @Test
    void aPatchChangesWhatItNames() {
        UUID id = api.created("""
                {"name": "Lucía", "language": "es", "tags": ["vip"], "attributes": {"plan": "gold", "shoe": 38},
                 "location": {"city": "Bogotá", "country": "CO"}}""");
        String before = api.get(id).extract().header("ETag");
        api.patch(id, """
                        {"name": "Lucía Peña", "language": null, "blocked": true, "attributes": {"shoe": null, "hat": 7},
                         "location": {"city": "Cali"}}""")
                .statusCode(200)
                .header("ETag", not(equalTo(before)))
                .body("name", equalTo("Lucía Peña"))
                .body("language", nullValue())
                .body("blocked", equalTo(true))
                .body("tags", contains("vip"))
                .body("attributes.plan", equalTo("gold"))
                .body("attributes.shoe", nullValue())
                .body("attributes.hat", equalTo(7))
                .body("location.city", equalTo("Cali"))
                .body("location.country", equalTo("CO"));
        api.get(id).body("name", equalTo("Lucía Peña")).body("attributes.hat", equalTo(7));
    }

    @Test
    void aStalePatchIsRefused() {
        UUID id = api.created("{\"name\": \"Lucía\"}");
        String tag = api.get(id).extract().header("ETag");
        api.request()
                .header("If-Match", tag)
                .body("{\"name\": \"One\"}")
                .patch(Api.CONTACTS + "/" + id)
                .then()
                .statusCode(200);
        api.request()
                .header("If-Match", tag)
                .body("{\"name\": \"Two\"}")
                .patch(Api.CONTACTS + "/" + id)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
        api.get(id).body("name", equalTo("One"));
    }

    @Test
    void aStaleErasureIsRefused() {
        UUID id = api.created("{\"name\": \"Lucía\"}");
        String tag = api.get(id).extract().header("ETag");
        api.patch(id, "{\"name\": \"One\"}").statusCode(200);
        api.request()
                .header("If-Match", tag)
                .delete(Api.CONTACTS + "/" + id)
                .then()
                .statusCode(412);
        api.get(id).statusCode(200);
    }

    @Test
    void aMergePatchMayBeCalledByItsName() {
        UUID id = api.created("{}");
        api.request()
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"name\": \"Lucía\"}")
                .patch(Api.CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Lucía"));
        api.request()
                .contentType("text/plain")
                .body("{}")
                .patch(Api.CONTACTS + "/" + id)
                .then()
                .statusCode(415);
    }

    @Test
    void manyEditsAtOnceAreAllKept() throws Exception {
        UUID id = api.created("{}");
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> edits = IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(n ->
                            () -> api.patch(id, "{\"attributes\": {\"a%d\": %d}}".formatted(n, n))
                                    .extract()
                                    .statusCode())
                    .toList();
            for (Future<Integer> answer : people.invokeAll(edits)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(api.get(id).extract().<Integer>path("attributes.size()")).isEqualTo(24);
    }

    @Test
    void aPatchThatChangesNothingKeepsTheTag() {
        UUID id = api.created("{\"name\": \"Lucía\", \"attributes\": {\"plan\": \"gold\"}, \"tags\": [\"vip\"]}");
        String tag = api.get(id).extract().header("ETag");
        api.patch(id, "{\"name\": \"Lucía\", \"attributes\": {\"plan\": \"gold\"}, \"tags\": [\"vip\"]}")
                .statusCode(200)
                .header("ETag", tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"x\"}",
                "{\"interactionCount\": 3}",
                "{\"phones\": []}",
                "{\"nickname\": \"Lu\"}",
                "{\"blocked\": null}x",
                "{\"timezone\": \"Mars\"}"
            })
    void aPatchOfWhatCannotBeChangedIsRefused(String body) {
        UUID id = api.created("{}");
        int status = api.patch(id, body).extract().statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void anErasedContactIsGoneWithItsNumber() {
        String phone = Api.anyPhone();
        UUID id = api.created("{\"name\": \"Lucía\", \"phones\": [\"%s\"], \"tags\": [\"vip\"]}".formatted(phone));
        api.delete(id).statusCode(204);
        api.get(id).statusCode(404).body("type", equalTo("/problems/contact-not-found"));
        api.delete(id).statusCode(404);
        api.patch(id, "{\"name\": \"Lucía\"}").statusCode(404);
        api.list(java.util.Map.of()).body("items", empty());
        UUID again = api.created("{\"phones\": [\"%s\"]}".formatted(phone));
        assertThat(again).isNotEqualTo(id);
    }

    @Test
    void whatIsRepeatedUnderAKeyHappensOnce() {
        String body = "{\"name\": \"Lucía\", \"phones\": [\"%s\"]}".formatted(Api.anyPhone());
        String key = UUID.randomUUID().toString();
        String first = api.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(Api.CONTACTS)
                .then()
                .statusCode(201)
                .extract()
                .asString();
        String second = api.request()
                .header("Idempotency-Key", key)
                .body(body)
                .post(Api.CONTACTS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .asString();
        assertThat(second).isEqualTo(first);
        api.request()
                .header("Idempotency-Key", key)
                .body("{\"name\": \"Pedro\"}")
                .post(Api.CONTACTS)
                .then()
                .statusCode(422);
        api.list(java.util.Map.of()).body("items", hasSize(1));
    }

    @Test
    void rolesMayWhatTheyMay() {
        UUID id = api.created("{}");
        api.role("viewer").get(id).statusCode(200);
        api.role("viewer").create("{}").statusCode(403);
        api.role("viewer").patch(id, "{\"name\": \"x\"}").statusCode(403);
        api.role("agent").created("{}");
        api.role("agent").patch(id, "{\"name\": \"x\"}").statusCode(200);
        api.role("agent").delete(id).statusCode(403);
        api.role("agent").merge(id, UUID.randomUUID()).statusCode(403);
        api.role("supervisor").delete(id).statusCode(204);
        given().contentType(ContentType.JSON).get(Api.CONTACTS).then().statusCode(401);
    }

    @Test
    void identitiesAreAddedAndTakenAway() {
        UUID id = api.created("{}");
        String tag = api.get(id).extract().header("ETag");
        String phone = Api.anyPhone();
        UUID identity = Api.id(api.addIdentity(id, "{\"kind\": \"phone\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(201)
                .body("value", equalTo(phone)));
        api.get(id).header("ETag", not(equalTo(tag))).body("phones", contains(phone));
        api.addIdentity(id, "{\"kind\": \"phone\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(201)
                .body("id", equalTo(identity.toString()));
        api.request()
                .get(Api.CONTACTS + "/" + id + "/identities")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        api.request()
                .delete(Api.CONTACTS + "/" + id + "/identities/" + identity)
                .then()
                .statusCode(204);
        api.request()
                .delete(Api.CONTACTS + "/" + id + "/identities/" + identity)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/identity-not-found"));
        api.get(id).body("identities", empty());
    }

    @Test
    void anIdentityThatAnotherHasIsNotAdded() {
        String phone = Api.anyPhone();
        UUID owner = api.created("{\"phones\": [\"%s\"]}".formatted(phone));
        UUID id = api.created("{}");
        api.addIdentity(id, "{\"kind\": \"phone\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(409)
                .body("contactId", equalTo(owner.toString()))
                .body("errors[0].field", equalTo("value"));
        api.addIdentity(id, "{\"kind\": \"whatsapp\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(409);
    }

    @Test
    void whoIsAddedOnWhatsappHasThatNumber() {
        UUID id = api.created("{}");
        String phone = Api.anyPhone();
        api.addIdentity(id, "{\"kind\": \"whatsapp\", \"value\": \"%s\"}".formatted(phone))
                .statusCode(201)
                .body("kind", equalTo("whatsapp"))
                .body("address", equalTo(phone.substring(1)));
        api.get(id).body("phones", contains(phone));
    }

    @Test
    void theSameNameOnTwoChannelsOrScopesIsTwoIdentities() {
        UUID id = api.created("""
                {"identities": [{"kind": "telegram", "scope": "bot-1", "value": "778899"},
                                {"kind": "telegram", "scope": "bot-2", "value": "778899"},
                                {"kind": "slack", "scope": "T1", "value": "778899"}]}""");
        api.get(id).body("identities", hasSize(3));
    }
}
