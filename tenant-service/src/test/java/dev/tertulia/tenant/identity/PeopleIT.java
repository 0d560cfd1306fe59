package dev.tertulia.tenant.identity;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People in a real Keycloak. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class PeopleIT {
    private static final String PASSWORD = "correct horse battery";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    People people;

    @Nullable
    LoneKeycloak started;

    @Test
    void whoIsRegisteredCanSignInAtOnce() {
        NewPerson marta = person("Marta Ríos (ventas)", PASSWORD);

        assertThat(people.areOurs()).isTrue();
        assertThat(await(people.isRegistered(marta.email()))).isFalse();
        assertThat(await(people.register(marta))).isFalse();
        assertThat(await(people.isRegistered(marta.email()))).isTrue();

        signIn(marta.email(), PASSWORD).then().statusCode(200);
        JsonNode account = account(marta.email());
        assertThat(account.path("emailVerified").asBoolean()).isTrue();
        assertThat(account.path("firstName").asText()).isEqualTo("Marta");
        assertThat(account.path("lastName").asText()).isEqualTo("Ríos ventas");
        assertThat(account.at("/attributes/locale/0").asText()).isEqualTo("es");
    }

    @Test
    void anAccountStaysAsItIsWhoeverRegistersItAgain() {
        NewPerson first = person("Ann Núñez", PASSWORD);
        await(people.register(first));

        var again = new NewPerson(first.email(), "Somebody Else", "en", "another long password");
        assertThat(await(people.register(again))).isTrue();

        assertThat(account(first.email()).path("firstName").asText()).isEqualTo("Ann");
        signIn(first.email(), PASSWORD).then().statusCode(200);
        signIn(first.email(), "another long password").then().statusCode(400);
    }

    @Test
    void anErasedAccountIsGoneAndCanBeMadeAnew() {
        NewPerson person = person("Ann Núñez", PASSWORD);
        await(people.register(person));

        await(people.erase(null, person.email()));
        await(people.erase(null, person.email()));

        assertThat(await(people.isRegistered(person.email()))).isFalse();
        signIn(person.email(), PASSWORD).then().statusCode(400);
        assertThat(await(people.register(person))).isFalse();
    }

    @Test
    void aPasswordThatDoesNotDoIsRefusedAndSaysWhatIsDemanded() {
        keycloak()
                .administer(
                        "PUT",
                        "/tertulia",
                        JsonNodeFactory.instance.objectNode().put("passwordPolicy", "length(10) and notEmail"));
        NewPerson person = person("Ann Núñez", "short");

        assertThatThrownBy(() -> await(people.register(person)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problemType()).isEqualTo(IdentityProblem.PASSWORD_REFUSED);
                    assertThat(problem.getDetail()).contains("minimum length 10");
                });
        assertThat(await(people.isRegistered(person.email()))).isFalse();
    }

    @Test
    void twentyAtOnceForOneAddressMakeOneAccount() {
        NewPerson person = person("Ann Núñez", PASSWORD);

        var known = await(Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(n -> people.register(person))
                        .toList())
                .andFailFast());

        assertThat(known).hasSize(20).containsOnlyOnce(false);
        assertThat(accounts(person.email())).hasSize(1);
    }

    private LoneKeycloak keycloak() {
        return requireNonNull(started);
    }

    private NewPerson person(String name, String password) {
        return new NewPerson(UUID.randomUUID() + "@acme.test", name, "es", password);
    }

    private JsonNode account(String email) {
        return accounts(email).path(0);
    }

    private JsonNode accounts(String email) {
        return keycloak().administer("GET", "/tertulia/users?exact=true&email=" + email, null);
    }

    private Response signIn(String email, String password) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "console")
                .formParam("username", email)
                .formParam("password", password)
                .post(keycloak().issuer() + "/protocol/openid-connect/token");
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }
}
