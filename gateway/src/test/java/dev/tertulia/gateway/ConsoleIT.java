package dev.tertulia.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The web console, as browsers get it. */
@QuarkusTest
class ConsoleIT extends GatewayTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String SCRIPT = "/assets/main-3fA9c1d2.js";
    private static final Duration SOON = Duration.ofSeconds(10);

    private int builds;

    @BeforeEach
    void buildTheConsole() throws IOException {
        write("/index.html", "<!doctype html><title>Console</title>");
        write(SCRIPT, "console.log('Hola')");
        Files.write(Services.CONSOLE.resolve(SCRIPT.substring(1) + ".gz"), gzip("console.log('Hola')"));
        write("/favicon.svg", "<svg/>");
        write("/silent-renew.html", "<!doctype html>");
        waitUntilServed("Console");
    }

    @AfterEach
    void removeIt() throws IOException {
        try (Stream<Path> all = Files.walk(Services.CONSOLE)) {
            all.filter(Files::isRegularFile).forEach(ConsoleIT::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPageBeginsWithTheSame() {
        for (String path : new String[] {"/", "/inbox", "/inbox/0199a3c0-2b0f-7e61-8a4d-2c1b9e7f6a50", "/settings/"}) {
            Answer page = open(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.response().body()).contains("<title>Console</title>");
        }
    }

    @Test
    void whatIsNoPageIsNoPage() {
        assertThat(open("/assets/gone-3fA9c1d2.js").problem()).isEqualTo("not-found");
        assertThat(open("/logo.png").problem()).isEqualTo("not-found");
        assertThat(open("/api/v1/nothing").problem()).isEqualTo("not-found");
        assertThat(open("/api").problem()).isEqualTo("not-found");
        assertThat(open("/internal/passports").problem()).isEqualTo("not-found");
        assertThat(open("/q/metrics2").status()).isEqualTo(404);
        assertThat(send(to("/inbox").header("Accept", "application/json")).problem())
                .isEqualTo("not-found");
        assertThat(send(to("/inbox").header("Accept", BROWSER).POST(HttpRequest.BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void filesWhoseNameSaysTheirContentAreKeptForEver() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = bytes(to(SCRIPT).header("Accept-Encoding", "deflate, gzip;q=0.8, br"));

        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo("console.log('Hola')".getBytes(UTF_8));
    }

    @Test
    void whoDoesNotTakeItCompressedGetsItPlain() throws IOException, InterruptedException {
        for (String accepted : new String[] {"identity", "gzip;q=0", "br"}) {
            HttpResponse<byte[]> answer = bytes(to(SCRIPT).header("Accept-Encoding", accepted));
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(answer.body()).isEqualTo("console.log('Hola')".getBytes(UTF_8));
        }
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        Answer first = send(to("/favicon.svg"));
        Answer again = send(to("/favicon.svg").header("If-None-Match", "\"other\", W/" + first.header("ETag")));
        Answer changed = send(to("/favicon.svg").header("If-None-Match", "\"other\""));

        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void pagesMayDoWhatTheyNeedAndNoMore() {
        Answer page = open("/inbox");
        String policy = page.header("Content-Security-Policy");

        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("connect-src 'self' ws://" + gateway.getAuthority() + " http://localhost:8180;")
                .contains("frame-src 'self' http://localhost:8180;")
                .contains("img-src 'self' blob: data:;")
                .contains("base-uri 'none'")
                .endsWith("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(open("/silent-renew.html").header("Content-Security-Policy")).endsWith("frame-ancestors 'self'");
        assertThat(send(to(SCRIPT)).header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void aHostThatWouldSayMoreInTheHeaderIsLeftOut() {
        Answer page = send(to("/").header("Accept", BROWSER).header("X-Forwarded-Host", "a;script-src *"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("*", "a;script");
    }

    @Test
    void aConsoleThatIsBuiltAnewIsServed() {
        write("/index.html", "<!doctype html><title>Second</title>");

        waitUntilServed("Second");
    }

    @Test
    void whereItWasNotBuiltAPageSaysWhatToDo() throws IOException {
        removeIt();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(open("/").response().body()).contains("was not built", "Node.js 20"));
        assertThat(open("/").status()).isEqualTo(503);
        assertThat(open("/").header("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void itIsToldHowItIsSetUpBeforeAnybodySignedIn() {
        Answer answer = send(to("/console.json"));
        JsonObject settings = answer.json();

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(settings.getString("oidcIssuer")).isEqualTo("http://localhost:8180/realms/tertulia");
        assertThat(settings.getString("clientId")).isEqualTo("console");
        assertThat(settings.getString("version")).isNotBlank();
        assertThat(settings.getJsonObject("simulator").getString("url")).isEqualTo("http://localhost:8190");
        assertThat(settings.getJsonObject("simulator").getJsonObject("settings").getString("phoneNumberId"))
                .isEqualTo("sim-{tenant}");
        assertThat(settings.getJsonObject("simulator").getJsonObject("secrets").getString("appSecret"))
                .isEqualTo("simulated-app-secret");
    }

    private Answer open(String path) {
        return send(to(path).header("Accept", BROWSER));
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void waitUntilServed(String title) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(open("/").response().body()).contains("<title>" + title + "</title>"));
    }

    /** Each file of the start page gets a time of its own, however fast tests are. */
    private void write(String path, String text) {
        Path file = Services.CONSOLE.resolve(path.substring(1));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(++builds)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
