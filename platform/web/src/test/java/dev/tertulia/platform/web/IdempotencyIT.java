package dev.tertulia.platform.web;

import static dev.tertulia.platform.web.ProblemsIT.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import dev.tertulia.platform.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WebDatabase.class)
class IdempotencyIT {
    private static final String EFFECTS = "/api/v1/effects";

    @Inject
    IdempotencyPurge purge;

    private final UUID tenant = UUID.randomUUID();

    @Test
    void withoutAKeyEachRequestHasItsEffect() throws SQLException {
        post(EFFECTS, null, "a");
        post(EFFECTS, null, "a");
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndHasNoSecondEffect() throws SQLException {
        Response first = post(EFFECTS, "key-1", "a");
        Response second = post(EFFECTS, "key-1", "a");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString()).contains("ñandú");
        for (String header : new String[] {"Location", "ETag", "Content-Type", "Content-Length"}) {
            assertThat(second.header(header)).isEqualTo(first.header(header)).isNotNull();
        }
        assertThat(first.header("Location")).endsWith(EFFECTS + "/" + first.path("id"));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void whatMeansTheSameIsTheSameHoweverItIsWritten() throws SQLException {
        post(EFFECTS, "key-1", "a");
        as(tenant)
                .header("Idempotency-Key", "key-1")
                .body("{ \"priority\": 0, \"title\": \"a\" }")
                .post(EFFECTS)
                .then()
                .statusCode(201);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedToo() throws SQLException {
        assertThat(post(EFFECTS + "/none", "key-1", "a").statusCode()).isEqualTo(204);
        Response second = post(EFFECTS + "/none", "key-1", "a");
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(second.asString()).isEmpty();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsA422() throws SQLException {
        post(EFFECTS, "key-1", "a");
        isProblem(post(EFFECTS, "key-1", "b").then(), 422, "idempotency-key-reused");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void twinsAtTheSameTimeHaveOneEffectAndOneAnswer() throws Exception {
        int twins = 16;
        CountDownLatch ready = new CountDownLatch(twins);
        try (ExecutorService threads = Executors.newFixedThreadPool(twins)) {
            List<Future<Response>> answers = IntStream.range(0, twins)
                    .mapToObj(twin -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return post(EFFECTS + "/slow?seconds=0.3", "key-1", "a");
                    }))
                    .toList();
            Set<String> bodies = answers.stream()
                    .map(IdempotencyIT::result)
                    .map(answer -> answer.statusCode() + answer.asString())
                    .collect(Collectors.toSet());
            assertThat(bodies).hasSize(1).allMatch(body -> body.startsWith("201"));
        }
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void twinsWithDifferentBodiesHaveOneEffect() throws Exception {
        CountDownLatch ready = new CountDownLatch(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> answers = IntStream.range(0, 2)
                    .mapToObj(twin -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return post(EFFECTS + "/slow?seconds=0.3", "key-1", "body " + twin);
                    }))
                    .toList();
            assertThat(answers.stream().map(IdempotencyIT::result).map(Response::statusCode))
                    .containsExactlyInAnyOrder(201, 422);
        }
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void whatFailedIsNotRemembered() throws SQLException {
        isProblem(post(EFFECTS + "/failing?fail=true", "key-1", "a").then(), 404, "note-not-found");
        assertThat(effects()).isZero();
        Response second = post(EFFECTS + "/failing?fail=false", "key-1", "a");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToItsTenantActorAndRoute() throws SQLException {
        UUID other = UUID.randomUUID();
        post(EFFECTS, "key-1", "a");
        assertThat(as(other)
                        .header("Idempotency-Key", "key-1")
                        .body("{\"title\":\"b\"}")
                        .post(EFFECTS)
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(EFFECTS + "/slow?seconds=0", "key-1", "b").statusCode()).isEqualTo(201);
        assertThat(effects()).isEqualTo(2);

        String mine = EFFECTS + "/mine";
        for (String actor : new String[] {"ann", "bob"}) {
            as(tenant)
                    .auth()
                    .preemptive()
                    .basic(actor, "secret")
                    .header("Idempotency-Key", "key-1")
                    .body("{\"title\":\"by " + actor + "\"}")
                    .post(mine)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", nullValue());
        }
        assertThat(effects()).isEqualTo(4);
    }

    @Test
    void afterADayAKeyIsAsGoodAsNew() throws SQLException {
        post(EFFECTS, "key-1", "a");
        age("23 hours 59 minutes");
        assertThat(post(EFFECTS, "key-1", "a").header("Idempotency-Replayed")).isEqualTo("true");
        age("24 hours 1 minute");
        Response again = post(EFFECTS, "key-1", "b");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(post(EFFECTS, "key-1", "b").asString()).isEqualTo(again.asString());
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void thePurgeRemovesWhatIsOlderThanADay() throws SQLException {
        for (int i = 0; i < 7; i++) {
            post(EFFECTS, "old-" + i, "a");
        }
        age("25 hours");
        post(EFFECTS, "young", "a");
        assertThat(purge.purge(3).await().atMost(Duration.ofSeconds(10))).isGreaterThanOrEqualTo(7);
        assertThat(keys()).containsExactly("young");
    }

    @Test
    void anAnswerWithASecretLiesSealed() throws SQLException {
        Response first = post(EFFECTS + "/secret", "key-1", "a");
        assertThat(post(EFFECTS + "/secret", "key-1", "a").asString()).isEqualTo(first.asString());
        assertThat(keptBody()).doesNotContain(first.<String>path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "ñ"})
    void aKeyThatIsNoneIsA400(String key) {
        isProblem(post(EFFECTS, key, "a").then(), 400, "invalid-parameter")
                .body("errors.field", contains("Idempotency-Key"));
        isProblem(post(EFFECTS, "k".repeat(201), "a").then(), 400, "invalid-parameter");
    }

    private Response post(String path, @Nullable String key, String title) {
        RequestSpecification request = as(tenant).body("{\"title\":\"" + title + "\"}");
        return (key == null ? request : request.header("Idempotency-Key", key)).post(path);
    }

    private static RequestSpecification as(UUID tenant) {
        return given().contentType("application/json").header("X-Test-Tenant", tenant.toString());
    }

    private static Response result(Future<Response> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private long effects() throws SQLException {
        return Long.parseLong(select("select count(*)::text from web.effect where tenant_id = ?")
                .getFirst());
    }

    private List<String> keys() throws SQLException {
        return select("select key from web.idempotency_key where tenant_id = ? order by key");
    }

    private String keptBody() throws SQLException {
        return select("select body from web.idempotency_key where tenant_id = ?")
                .getFirst();
    }

    private List<String> select(String sql) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            ResultSet rows = statement.executeQuery();
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void age(String interval) throws SQLException {
        String sql = "update web.idempotency_key set created_at = now() - ?::interval where tenant_id = ?";
        try (Connection connection = TestDatabase.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, interval);
            statement.setObject(2, tenant);
            statement.executeUpdate();
        }
    }
}
