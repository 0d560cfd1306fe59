package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What pages in a browser may do. */
@QuarkusTest
class BrowsersIT extends GatewayTest {
    private static final String PATH = "/api/v1/contacts";
    private static final String KNOWN = "http://localhost:5173";

    @Test
    void aKnownPageMayCall() throws IOException {
        String answer = preflight(KNOWN);

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("access-control-allow-origin: " + KNOWN + "\r\n")
                .containsIgnoringCase("access-control-max-age: 3600\r\n")
                .containsPattern("(?i)access-control-allow-methods: .*PATCH")
                .containsPattern("(?i)access-control-allow-headers: .*Authorization.*X-Tenant.*Idempotency-Key")
                .containsPattern("(?i)vary: .*origin")
                .doesNotContainIgnoringCase("allow-credentials");
    }

    @Test
    void anUnknownPageMayNot() throws IOException {
        assertThat(preflight("https://evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("/problems/origin-refused")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void aKnownPageMayReadAnswersAndRefusals() {
        Answer answer = send(to(PATH, services.authority.someone()).header("Origin", KNOWN));
        Answer refusal = send(to(PATH).header("Origin", KNOWN));

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "X-Request-Id", "Retry-After");
        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
    }

    @Test
    void anUnknownPageMayNotRead() {
        Answer answer = send(to(PATH, services.authority.someone()).header("Origin", "https://evil.example"));

        assertThat(answer.response().headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void theGatewaysOwnPagesMayCall() {
        String own = "http://" + gateway.getAuthority();
        Answer answer = send(to(PATH, services.authority.someone()).header("Origin", own));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(own);
    }

    @Test
    void answersAreNotTakenForPages() {
        Answer answer = send(to(PATH, services.authority.someone()));

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(send(to("/webhooks/whatsapp/7")).header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    private String preflight(String origin) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            return connection
                    .say("OPTIONS " + PATH + " HTTP/1.1\nHost: localhost\nConnection: close\nOrigin: " + origin
                            + "\nAccess-Control-Request-Method: PATCH\nAccess-Control-Request-Headers: if-match\n\n")
                    .hearAll();
        }
    }
}
