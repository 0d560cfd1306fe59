package dev.tertulia.platform.web;

import static dev.tertulia.platform.web.ProblemsIT.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The limit here is 20 KiB, of which the first KiB is buffered. */
@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class BodySizeIT {
    private static final String RAW = "/api/v1/notes/raw";
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    @Test
    void whatFitsIsTaken() {
        for (int size : new int[] {1, 1_000, 5_000, 20_480}) {
            given().contentType("application/octet-stream")
                    .body(new byte[size])
                    .post(RAW)
                    .then()
                    .statusCode(200)
                    .body(equalTo("" + size));
        }
    }

    /** It is read by another thread, and what follows has to be back where the database's client works. */
    @Test
    void aBodyThatIsNotBufferedIsWorkedOnAsAnyOther() {
        String tags = String.join(",", Collections.nCopies(2_000, "\"tag\""));
        String id = given().contentType("application/json")
                .header("X-Test-Tenant", UUID.randomUUID().toString())
                .header("X-Request-Id", "large-1")
                .header("Idempotency-Key", "key-1")
                .body("{\"title\":\"large\",\"priority\":9,\"tags\":[" + tags + "]}")
                .post("/api/v1/effects")
                .then()
                .statusCode(201)
                .header("X-Request-Id", "large-1")
                .extract()
                .path("thread");
        assertThat(id).contains("eventloop");
    }

    @Test
    void anAnnouncedBodyThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
        isProblem(
                given().contentType("application/json")
                        .body("{\"title\":\"" + "a".repeat(30_000) + "\"}")
                        .post("/api/v1/notes")
                        .then(),
                413,
                "body-too-large");
        assertThat(RawHttp.send("POST /nowhere" + HEAD + "Content-Length: 20000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "/problems/body-too-large");
    }

    @Test
    void aBodyInChunksIsRefusedOnceItIsTooLarge() throws IOException {
        for (String path : new String[] {"/api/v1/notes", RAW}) {
            assertThat(RawHttp.send("POST " + path + HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks(20_000)))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json", "/problems/body-too-large", "At most 20480 bytes");
        }
    }

    @Test
    void aBodyInChunksThatFitsIsTaken() throws IOException {
        assertThat(RawHttp.send(
                        "POST " + RAW + HEAD + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks(10)))
                .startsWith("HTTP/1.1 200")
                .endsWith("10240");
    }

    /** Quarkus closes the connection, and the answer may or may not be faster. */
    @Test
    void aBodyWhoseRestDoesNotComeIsGivenUp() throws IOException {
        String answer = RawHttp.send("POST " + RAW + HEAD + "Content-Length: 10000\r\n\r\n" + " ".repeat(5_000));
        if (!answer.isEmpty()) {
            assertThat(answer).startsWith("HTTP/1.1 408").contains("/problems/request-timeout");
        }
    }

    private static String chunks(int kibibytes) {
        return ("400\r\n" + " ".repeat(1024) + "\r\n").repeat(kibibytes) + "0\r\n\r\n";
    }
}
