package dev.tertulia.messaging.quickreply;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestPassportIssuer;
import dev.tertulia.platform.testkit.TestPassports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "messaging"))
@QuarkusTestResource(TestPassportIssuer.class)
class QuickRepliesIT {
    private static final String PATH = "/api/v1/quick-replies";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final UUID tenant = UUID.randomUUID();
    private final UUID ana = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void everybodyHasWhatIsSharedAndTheirOwnAndFindsItByItsBeginning() {
        create(supervisor(), "horario", "Abrimos a las 8", true).statusCode(201).body("shared", equalTo(true));
        create(agent(ana), "hola", "¡Hola! Soy Ana", false).statusCode(201).body("shared", equalTo(false));
        create(agent(bob), "hola", "Qué tal, soy Bob", false).statusCode(201);
        create(agent(ana), "precio", "Cuesta 5", false).statusCode(201);

        agent(ana).get(PATH + "?q=ho").then().body("items.shortcut", contains("hola", "horario"));
        agent(ana).get(PATH + "?q=HOL").then().body("items.text", contains("¡Hola! Soy Ana"));
        agent(ana).get(PATH + "?q=cuesta").then().body("items.shortcut", contains("precio"));
        agent(ana).get(PATH + "?q=%25").then().body("items", empty());
        agent(bob).get(PATH).then().body("items.shortcut", contains("hola", "horario"));
        given().auth()
                .oauth2(TestPassports.of(UUID.randomUUID(), "owner").token())
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", empty());

        String next = agent(ana).get(PATH + "?limit=2").then().extract().path("nextCursor");
        agent(ana).get(PATH + "?limit=2&after=" + next).then().body("items.shortcut", contains("precio"));
    }

    @Test
    void aShortcutStandsForOneAmongTheSharedAndAmongOnesOwn() {
        create(supervisor(), "hola", "Hola a todos", true).statusCode(201);
        create(supervisor(), "HOLA", "Otra", true)
                .statusCode(409)
                .body("type", equalTo("/problems/quick-reply-shortcut-taken"));
        create(agent(ana), "hola", "Mía", false).statusCode(201);
        create(agent(ana), "hola", "Mía otra vez", false).statusCode(409);
        create(agent(ana), "con espacio", "x", false).statusCode(422);
        create(agent(ana), "/hola", "x", false).statusCode(422);
        create(agent(ana), "vacío", " ", false).statusCode(422);
    }

    @Test
    void whatIsSharedIsChangedByWhoMayAndOnesOwnByNobodyElse() {
        String shared =
                create(supervisor(), "horario", "8 a 18", true).extract().path("id");
        String own = create(agent(ana), "firma", "Ana", false).extract().path("id");

        create(agent(ana), "mia", "x", true).statusCode(403).body("type", equalTo("/problems/permission-missing"));
        patch(agent(ana), shared, Map.of("text", "9 a 18")).statusCode(403);
        agent(ana).delete(PATH + "/" + shared).then().statusCode(403);
        patch(agent(ana), own, Map.of("shared", true)).statusCode(403);
        agent(bob).get(PATH + "/" + own).then().statusCode(404);
        patch(supervisor(), own, Map.of("text", "x")).statusCode(404);
        agent(bob).delete(PATH + "/" + own).then().statusCode(404);
        as("viewer", bob).body(Map.of()).post(PATH).then().statusCode(403);

        patch(supervisor(), shared, Map.of("text", "9 a 18")).statusCode(200).body("text", equalTo("9 a 18"));
        agent(ana)
                .contentType(MERGE_PATCH)
                .header("If-Match", "\"7\"")
                .body(Map.of("text", "Ana R."))
                .patch(PATH + "/" + own)
                .then()
                .statusCode(412);
        patch(agent(ana), own, Map.of("text", "Ana R.")).statusCode(200);
        agent(ana).delete(PATH + "/" + own).then().statusCode(204);
        agent(ana).get(PATH + "/" + own).then().statusCode(404);
    }

    @Test
    void onlyMembersHaveTheirOwn() {
        given().contentType("application/json")
                .auth()
                .oauth2(TestPassports.apiKey(tenant, "supervisor"))
                .body(Map.of("shortcut", "x", "text", "y", "shared", false))
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("shared"));
    }

    private static ValidatableResponse create(RequestSpecification by, String shortcut, String text, boolean shared) {
        return by.body(Map.of("shortcut", shortcut, "text", text, "shared", shared))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse patch(RequestSpecification by, String id, Map<String, ?> changes) {
        return by.contentType(MERGE_PATCH).body(changes).patch(PATH + "/" + id).then();
    }

    private RequestSpecification supervisor() {
        return as("supervisor", UUID.randomUUID());
    }

    private RequestSpecification agent(UUID member) {
        return as("agent", member);
    }

    private RequestSpecification as(String role, UUID member) {
        return given().contentType("application/json")
                .auth()
                .oauth2(TestPassports.of(tenant, role).memberId(member).token());
    }
}
