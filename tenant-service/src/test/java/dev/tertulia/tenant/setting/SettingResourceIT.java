package dev.tertulia.tenant.setting;

import static dev.tertulia.tenant.TestWorld.asNew;
import static dev.tertulia.tenant.TestWorld.asOwner;
import static dev.tertulia.tenant.TestWorld.organisation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.tertulia.tenant.TestWorld.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SettingResourceIT {
    private static final String SETTINGS = "/api/v1/settings";
    private static final String VISIBILITY = SETTINGS + "/conversations.visibility";
    private static final String HOURS = SETTINGS + "/business-hours";

    private Organisation acme;

    @BeforeEach
    void found() {
        acme = organisation();
    }

    @Test
    void allThatCanBeSettledIsListedWithItsDefault() {
        asOwner(acme)
                .get(SETTINGS)
                .then()
                .statusCode(200)
                .body(
                        "items.key",
                        contains(
                                "locale",
                                "timezone",
                                "conversations.visibility",
                                "conversations.reopen-within",
                                "retention.provider-events",
                                "business-hours",
                                "notifications"))
                .body("items.isDefault", everyItem(is(true)))
                .body("items.description", everyItem(notNullValue()))
                .body("items.find { it.key == 'conversations.visibility' }.value", is("unassigned-and-own"))
                .body(
                        "items.find { it.key == 'conversations.visibility' }.choices",
                        contains("unassigned-and-own", "own"))
                .body("items.find { it.key == 'conversations.reopen-within' }.default", is("PT72H"))
                .body("items.find { it.key == 'retention.provider-events' }.default", is("P30D"))
                .body("items.find { it.key == 'business-hours' }.inEffect", is(false))
                .body("nextCursor", is((Object) null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "locale                      | \"pt-BR\"",
                "timezone                    | \"America/Sao_Paulo\"",
                "conversations.visibility    | \"own\"",
                "conversations.reopen-within | \"PT0S\"",
                "conversations.reopen-within | \"PT720H\"",
                "retention.provider-events   | \"P1D\"",
                "notifications               | []",
                "notifications               | [{\"event\":\"channel-failed\",\"to\":[\"admins\",\"owner\"],\"by\":[\"email\"]}]"
            })
    void whatIsSettledStaysUntilItIsTakenBack(String key, String value) {
        String path = SETTINGS + "/" + key;
        Object before = asOwner(acme).get(path).then().extract().path("value");

        Object after = put(asOwner(acme), path, value)
                .statusCode(200)
                .body("isDefault", is(false))
                .extract()
                .path("value");

        assertThat(after).isNotEqualTo(before);
        asOwner(acme).get(path).then().statusCode(200).body("value", is(after));
        asOwner(acme)
                .delete(path)
                .then()
                .statusCode(200)
                .body("value", is(before))
                .body("isDefault", is(true));
        asOwner(acme).get(path).then().body("value", is(before));
    }

    @Test
    void businessHoursHaveSeveralIntervalsHolidaysAndMidnight() {
        put(asOwner(acme), HOURS, """
                        {"weekly":{"monday":[{"from":"09:00","to":"13:00"},{"from":"13:00","to":"18:30"}],
                          "friday":[{"from":"20:00","to":"24:00"}],"saturday":[{"from":"00:00","to":"02:00"}]},
                         "holidays":[{"date":"2026-12-25","name":"Navidad"},
                          {"date":"2026-12-24","hours":[{"from":"09:00","to":"12:00"}]}]}""")
                .statusCode(200)
                .body("value.weekly.monday.from", contains("09:00", "13:00"))
                .body("value.weekly.friday[0].to", is("24:00"))
                .body("value.weekly.tuesday", is(List.of()))
                .body("value.holidays[0].hours", is(List.of()))
                .body("changedAt", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"weekly\":{\"monday\":[{\"from\":\"22:00\",\"to\":\"02:00\"}]}}                                              | value.weekly.monday[0].to   | over midnight",
                "{\"weekly\":{\"monday\":[{\"from\":\"09:00\",\"to\":\"13:00\"},{\"from\":\"12:59\",\"to\":\"18:00\"}]}}        | value.weekly.monday[1].from | before the end",
                "{\"weekly\":{\"monday\":[{\"from\":\"14:00\",\"to\":\"18:00\"},{\"from\":\"09:00\",\"to\":\"13:00\"}]}}        | value.weekly.monday[1].from | before the end",
                "{\"weekly\":{\"monday\":[{\"from\":\"24:00\",\"to\":\"24:00\"}]}}                                              | value.weekly.monday[0].from | time of the day",
                "{\"weekly\":{\"monday\":[{\"from\":\"9:00\",\"to\":\"13:00\"}]}}                                               | value.weekly.monday[0].from | time of the day",
                "{\"weekly\":{\"monday\":[{\"from\":\"09:00\"}]}}                                                               | value.weekly.monday[0].to   | null",
                "{\"weekly\":{},\"holidays\":[{\"date\":\"2026-02-30\"}]}                                                       | value.holidays[0].date      | date",
                "{\"weekly\":{},\"holidays\":[{\"date\":\"2026-02-03\"},{\"date\":\"2026-02-03\"}]}                             | value.holidays[1].date      | already",
                "{\"weekly\":{\"funday\":[]}}                                                                                   | value.weekly.funday         | not a field",
                "{}                                                                                                             | value.weekly                | null"
            })
    void hoursThatAreNoneAreSaid(String hours, String field, String message) {
        put(asOwner(acme), HOURS, hours)
                .statusCode(422)
                .body("type", is("/problems/validation-failed"))
                .body("errors[0].field", is(field))
                .body("errors[0].message", containsString(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "locale                      | \"tlhingan\"",
                "locale                      | 5",
                "locale                      | null",
                "timezone                    | \"Bogota\"",
                "conversations.visibility    | \"all\"",
                "conversations.visibility    | true",
                "conversations.reopen-within | \"72 hours\"",
                "conversations.reopen-within | 72",
                "conversations.reopen-within | \"PT-1S\"",
                "conversations.reopen-within | \"PT721H\"",
                "retention.provider-events   | \"P0D\"",
                "retention.provider-events   | \"P31D\"",
                "retention.provider-events   | \"P1M\"",
                "retention.provider-events   | \"PT24H\"",
                "notifications               | [{\"event\":\"channel-failed\",\"to\":[],\"by\":[\"email\"]}]",
                "notifications               | [{\"event\":\"channel-failed\",\"to\":[\"owner\"],\"by\":[\"pigeon\"]}]",
                "notifications               | [null]",
                "notifications               | [{\"event\":\"limit-reached\",\"to\":[\"owner\"],\"by\":[\"email\"]},{\"event\":\"limit-reached\",\"to\":[\"owner\"],\"by\":[\"email\"]}]"
            })
    void whatIsNoValueIsSaid(String key, String value) {
        put(asOwner(acme), SETTINGS + "/" + key, value)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", not(is("")));
    }

    @Test
    void anUnknownKeyNamesThoseThatMightHaveBeenMeant() {
        for (ValidatableResponse answer : List.of(
                asOwner(acme).get(SETTINGS + "/conversation.visibilty").then(),
                asOwner(acme).delete(SETTINGS + "/conversation.visibilty").then(),
                put(asOwner(acme), SETTINGS + "/conversation.visibilty", "\"own\""))) {
            answer.statusCode(422)
                    .body("type", is("/problems/setting-unknown"))
                    .body("near", hasItem("conversations.visibility"))
                    .body("detail", containsString("conversations.visibility"));
        }
        asOwner(acme)
                .get(SETTINGS + "/wholly%20unheard-of")
                .then()
                .statusCode(422)
                .body("near", is(List.of()));
    }

    @Test
    void languageAndTimeZoneAreTheTenants() {
        asOwner(acme)
                .body("{\"timezone\":\"America/Lima\"}")
                .patch("/api/v1/tenant")
                .then()
                .statusCode(200);
        String tag = asOwner(acme)
                .get(SETTINGS + "/timezone")
                .then()
                .body("value", is("America/Lima"))
                .body("isDefault", is(false))
                .extract()
                .header("ETag");

        put(asOwner(acme).header("If-Match", tag), SETTINGS + "/locale", "\"es-PE\"")
                .statusCode(200);

        asOwner(acme).get("/api/v1/tenant").then().body("locale", is("es-PE")).body("timezone", is("America/Lima"));
        put(asOwner(acme).header("If-Match", tag), SETTINGS + "/timezone", "\"America/Bogota\"")
                .statusCode(412);
    }

    @Test
    void aVersionNeverComesAgain() {
        String never = tagOf(asOwner(acme).get(VISIBILITY).then());
        String once = tagOf(put(asOwner(acme), VISIBILITY, "\"own\""));
        assertThat(tagOf(put(asOwner(acme), VISIBILITY, "\"own\""))).isEqualTo(once);
        String back = tagOf(asOwner(acme).delete(VISIBILITY).then());
        assertThat(tagOf(asOwner(acme).delete(VISIBILITY).then())).isEqualTo(back);

        assertThat(List.of(never, once, back)).doesNotHaveDuplicates();
        put(asOwner(acme).header("If-Match", once), VISIBILITY, "\"own\"").statusCode(412);
        asOwner(acme).header("If-Match", never).delete(VISIBILITY).then().statusCode(412);
        put(asOwner(acme).header("If-Match", back), VISIBILITY, "\"own\"").statusCode(200);
    }

    @Test
    void ofThoseWhoChangeTheSameOneWins() {
        String tag = tagOf(asOwner(acme).get(VISIBILITY).then());
        List<RequestSpecification> callers = IntStream.range(0, 8)
                .mapToObj(i -> asOwner(acme).header("If-Match", tag))
                .toList();

        List<Integer> answers = callers.stream()
                .parallel()
                .map(caller -> put(caller, VISIBILITY, "\"own\"").extract().statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void everybodyWhoManagesReadsAndOnlyAdminsSettle() {
        asNew(acme, "admin").get(SETTINGS).then().statusCode(200);
        put(asNew(acme, "admin"), VISIBILITY, "\"own\"").statusCode(200);
        asNew(acme, "supervisor").get(VISIBILITY).then().statusCode(200);
        put(asNew(acme, "supervisor"), VISIBILITY, "\"own\"")
                .statusCode(403)
                .body("permissions", contains("settings:manage"));
        asNew(acme, "supervisor").delete(VISIBILITY).then().statusCode(403);
        asNew(acme, "agent").get(SETTINGS).then().statusCode(403).body("permissions", contains("settings:read"));
    }

    @Test
    void whatOneTenantSettlesIsNoneOfAnothers() {
        Organisation globex = organisation();
        put(asOwner(acme), VISIBILITY, "\"own\"").statusCode(200);

        asOwner(globex).get(VISIBILITY).then().body("isDefault", is(true));
        put(asOwner(globex), VISIBILITY, "\"unassigned-and-own\"").statusCode(200);
        asOwner(globex).delete(VISIBILITY).then().statusCode(200);
        asOwner(acme).get(VISIBILITY).then().body("value", is("own"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"value\":\"own\",\"key\":\"x\"}", "[]"})
    void aBodyHasTheValueAndNothingElse(String body) {
        asOwner(acme).body(body).put(VISIBILITY).then().statusCode(422);
    }

    private static ValidatableResponse put(RequestSpecification by, String path, String value) {
        return by.body("{\"value\":" + value + "}").put(path).then();
    }

    private static String tagOf(ValidatableResponse answer) {
        return answer.statusCode(200).extract().header("ETag");
    }
}
