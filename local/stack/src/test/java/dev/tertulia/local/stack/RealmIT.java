package dev.tertulia.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.servers.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The realm in a real Keycloak on a real PostgreSQL. */
class RealmIT {

    private static final DemoUser ANN = new DemoUser("ann@acme.test", "Ann", "Núñez");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static StackPorts ports;
    private static PostgresServer postgres;
    private static JavaServer keycloak;
    private static Realm realm;

    @BeforeAll
    static void start() {
        var settings = StackSettings.forTests(Path.of("../.."), data);
        var secrets = StackSecrets.in(data);
        ports = settings.ports();
        postgres = PostgresServer.temporary(
                new PostgresServer.Settings(ports.database(), false, "superuser's password", Map.of()));
        postgres.start();
        Keycloak.provision(postgres, secrets);
        keycloak = new Keycloak(settings, secrets).server();
        keycloak.start();
        realm = new Realm(ports);
        for (int i = 0; i < 2; i++) {
            realm.ensure(Realm.Secrets.of(secrets), List.of(ANN));
        }
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        postgres.close();
    }

    @Test
    void aTokenSaysWhoForWhomAndFiveMinutes() {
        JsonNode claims = claims(realm.token(ANN));

        assertThat(claims.path("iss").asText()).isEqualTo("http://localhost:%d/realms/tertulia", ports.keycloak());
        assertThat(claims.path("aud").asText()).isEqualTo("tertulia");
        assertThat(claims.path("email").asText()).isEqualTo("ann@acme.test");
        assertThat(claims.path("email_verified").asBoolean()).isTrue();
        assertThat(claims.path("name").asText()).isEqualTo("Ann Núñez");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void onlyTheConsoleMaySignInByPassword() {
        var http = new Http("http://127.0.0.1:" + ports.keycloak(), null);

        assertThatThrownBy(() -> http.token(Realm.tokenPath(), "admin-cli", ANN.email(), DemoUser.PASSWORD))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("not allowed for direct access grants");
        assertThatThrownBy(() -> http.token(Realm.tokenPath(), Realm.CLIENT, ANN.email(), "wrong"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Invalid user credentials");
    }

    @Test
    void theBrowserFlowNeedsPkceAndAnAddressOfOurs() throws Exception {
        String challenge = "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
        String ours = "http://localhost:%d/callback".formatted(ports.gateway());

        assertThat(authorize(ours, challenge).statusCode()).isEqualTo(200);
        assertThat(authorize("http://localhost:5173/callback", challenge).statusCode())
                .isEqualTo(200);
        assertThat(authorize(ours, "").headers().firstValue("Location").orElseThrow())
                .contains("error=invalid_request");
        assertThat(authorize("http://elsewhere.test/callback", challenge).statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> authorize(String redirect, String challenge) throws Exception {
        var uri = URI.create(
                "%s/protocol/openid-connect/auth?client_id=console&response_type=code&scope=openid&redirect_uri=%s%s"
                        .formatted(Realm.issuer(ports), redirect, challenge));
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return Json.parse(new String(payload, StandardCharsets.UTF_8));
    }
}
