package dev.tertulia.local.whatsapp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the packaged simulator and starts it again on the same folder. */
class RestartIT {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final String CUSTOMER = "/simulator/api/numbers/100/customers/34600111222";

    @TempDir
    Path folder;

    @Test
    void aDemoSurvivesAKill() throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        try (Business business = new Business(vertx)) {
            business.answerWith(before -> 503);
            Process first = start("first");
            RequestSpecification there = at("first");
            there.body(
                            ("{'displayPhoneNumber':'34911000000','wabaId':'200','accessToken':'t','appSecret':'%s','verifyToken':'%s',"
                                            + "'callbackUrl':'%s','behaviour':{'duplicateWebhooks':2,'noStatuses':true}}")
                                    .formatted("SECRET", "TOKEN", business.url())
                                    .replace('\'', '"')
                                    .replace("SECRET", Business.APP_SECRET)
                                    .replace("TOKEN", Business.VERIFY_TOKEN))
                    .put("/simulator/api/numbers/100")
                    .then()
                    .statusCode(200);
            String text = write("first", "{\"text\":\"¿sigues ahí?\",\"profileName\":\"Lucía\"}");
            String image = write("first", "{\"type\":\"image\"}");
            at("first")
                    .header("Authorization", "Bearer t")
                    .body("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"" + text + "\"}")
                    .post("/v23.0/100/messages")
                    .then()
                    .statusCode(200);
            await().until(() ->
                    Files.readString(folder.resolve("data/journal.jsonl")).contains("\"state\":\"read\""));
            first.destroyForcibly().waitFor();

            business.answerWith(before -> 200);
            Process second = start("second");
            at("second")
                    .get(CUSTOMER + "/messages")
                    .then()
                    .body("size()", equalTo(2))
                    .body("[0].id", equalTo(text))
                    .body("[0].content.text.body", equalTo("¿sigues ahí?"))
                    .body("[0].state", equalTo("read"))
                    .body("[1].id", equalTo(image));
            at("second").get("/simulator/api/numbers/100").then().body("behaviour.duplicateWebhooks", equalTo(2));
            at("second").get(CUSTOMER).then().body("name", equalTo("Lucía"));
            String mediaId = at("second").get(CUSTOMER + "/messages").path("[1].content.image.id");
            assertThat(at("second").get("/simulator/api/media/" + mediaId).asByteArray())
                    .startsWith(0xff, 0xd8);
            await().untilAsserted(() -> assertThat(business.messages())
                    .extracting(message -> message.path("id").asText())
                    .contains(text, image));
            second.destroy();
            second.waitFor();
        } finally {
            vertx.close();
        }
    }

    private String write(String run, String message) {
        return at(run).body(message)
                .post(CUSTOMER + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification at(String run) {
        return given().contentType("application/json")
                .baseUri("http://127.0.0.1")
                .port(port(run));
    }

    private Process start(String run) throws IOException {
        Path log = folder.resolve(run + ".log");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().put("SIMULATOR_DATA_DIR", folder.resolve("data").toString());
        java.environment().put("SIMULATOR_WEBHOOKS_LONGEST_PAUSE", "1S");
        Process process = java.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await().atMost(Duration.ofSeconds(60)).until(() -> port(run) > 0);
        return process;
    }

    private int port(String run) {
        try {
            Matcher found = LISTENING.matcher(Files.readString(folder.resolve(run + ".log")));
            return found.find() ? Integer.parseInt(found.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
