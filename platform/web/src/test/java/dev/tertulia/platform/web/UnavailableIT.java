package dev.tertulia.platform.web;

import static dev.tertulia.platform.web.ProblemsIT.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class UnavailableIT {
    private static final String FAILURES = "/api/v1/failures/";

    @Test
    void aDatabaseThatRefusesConnectionsIsA503() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        isUnavailable(given().get(FAILURES + "database-away?port=" + port).then());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsA503() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            isUnavailable(given().get(FAILURES + "database-away?port=" + silent.getLocalPort())
                    .then());
        }
    }

    @Test
    void anExhaustedPoolIsA503() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            isUnavailable(given().get(FAILURES + "pool-exhausted?port=" + silent.getLocalPort())
                    .then());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "57014", "57P03", "53300", "53200", "08006"})
    void whatPassesByItselfIsA503(String sqlState) {
        isUnavailable(given().get(FAILURES + "sql?state=" + sqlState).then());
    }

    @ParameterizedTest
    @CsvSource({"23505, 409, conflict", "23503, 409, conflict", "23P01, 409, conflict", "22012, 500, internal-error"})
    void otherStatesOfTheDatabase(String sqlState, int status, String code) {
        String body = isProblem(given().get(FAILURES + "sql?state=" + sqlState).then(), status, code)
                .extract()
                .asString();
        assertThat(body).doesNotContain("phone", sqlState);
    }

    /** One that breaks under way, one that is late, and one that nobody waits for any longer. */
    @ParameterizedTest
    @ValueSource(strings = {"terminated-connection", "slow-sql", "late"})
    void whatTakesTooLongIsA503(String failure) {
        isUnavailable(given().get(FAILURES + failure).then());
    }

    private static void isUnavailable(ValidatableResponse answer) {
        String wait = isProblem(answer, 503, "unavailable").extract().header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 10);
    }
}
