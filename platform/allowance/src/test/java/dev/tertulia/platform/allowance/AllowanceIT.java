package dev.tertulia.platform.allowance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.testkit.AllowanceMigration;
import dev.tertulia.platform.testkit.EventsMigration;
import dev.tertulia.platform.testkit.TertuliaTestServers;
import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.tenancy.TenantIsolationCatalogue;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "meter"))
class AllowanceIT {
    private static final Metric SEATS = Metric.level("seats");
    private static final Metric SENDS = Metric.monthly("sends");

    private final UUID tenant = UUID.randomUUID();

    @Inject
    Allowance allowance;

    @Inject
    Standings standings;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    TenantDatabase database;

    @Inject
    Clock clock;

    @Test
    void fiftyAtOnceTakeTheLastUnitOnce() {
        allow(Map.of("seats", 3L), 1);
        run(() -> allowance.reserve(SEATS, 2));

        List<Throwable> refused = atOnce(50, () -> allowance.reserve(SEATS, 1));

        assertThat(refused)
                .hasSize(49)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(ProblemException.class)
                        .extracting(problem -> ((ProblemException) problem).problemType())
                        .isEqualTo(AllowanceProblem.LIMIT_REACHED));
        assertThat(used(SEATS, tenant)).isEqualTo(3);
    }

    @Test
    void aRefusalSaysWhichLimitItsSizeAndWhenItBeginsAnew() {
        run(() -> standings.keep("active", "America/Bogota", Map.of("sends", 1L, "seats", 0L), 1));
        run(() -> allowance.reserve(SENDS, 1));

        ZonedDateTime here = clock.instant().atZone(ZoneId.of("America/Bogota"));
        assertThatThrownBy(() -> run(() -> allowance.reserve(SENDS, 1)))
                .extracting(
                        problem -> ((ProblemException) problem).getParameters().get("limit"))
                .isEqualTo(Map.of(
                        "metric",
                        "sends",
                        "size",
                        1L,
                        "used",
                        1L,
                        "resetsAt",
                        here.truncatedTo(ChronoUnit.DAYS)
                                .withDayOfMonth(1)
                                .plusMonths(1)
                                .toInstant()
                                .toString()));
        assertThatThrownBy(() -> run(() -> allowance.reserve(SEATS, 1)))
                .extracting(
                        problem -> ((ProblemException) problem).getParameters().get("limit"))
                .isEqualTo(Map.of("metric", "seats", "size", 0L, "used", 0L));
    }

    @Test
    void theMonthIsThatOfTheTenantsTimeZone() {
        allow(Map.of(), 1);
        run(() -> allowance.reserve(SENDS, 1));
        String kiritimati = ZonedDateTime.now(clock.withZone(ZoneId.of("Pacific/Kiritimati")))
                .toString()
                .substring(0, 7);
        run(() -> standings.keep("active", "Pacific/Kiritimati", null, 2));
        run(() -> allowance.reserve(SENDS, 1));
        assertThat(months()).contains(kiritimati, clock.instant().toString().substring(0, 7));
    }

    @Test
    void whoIsNotKnownYetIsAllowedAndCounted() {
        run(() -> allowance.reserve(SENDS, 7));
        assertThat(used(SENDS, tenant)).isEqualTo(7);
    }

    @Test
    void whatIsNotNamedIsNotLimited() {
        allow(Map.of("seats", 1L), 1);
        run(() -> allowance.reserve(SENDS, 1_000_000));
        assertThat(used(SENDS, tenant)).isEqualTo(1_000_000);
    }

    @Test
    void whatHasHappenedIsCountedBeyondTheLimitAndNothingMoreIsTaken() {
        allow(Map.of("seats", 1L), 1);
        run(() -> allowance.count(SEATS, 3));
        assertThat(used(SEATS, tenant)).isEqualTo(3);
        assertThatThrownBy(() -> run(() -> allowance.reserve(SEATS, 1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        allow(Map.of("seats", 1L), 1);
        run(() -> allowance.reserve(SEATS, 1));
        run(() -> allowance.release(SEATS, 1));
        run(() -> allowance.reserve(SEATS, 1));
        assertThat(used(SEATS, tenant)).isEqualTo(1);
        run(() -> allowance.release(SEATS, 5));
        assertThat(used(SEATS, tenant)).isZero();
    }

    @Test
    void thatThereIsRoomCanBeKnownBefore() {
        run(() -> allowance.requireRoom(SEATS, 99));
        allow(Map.of("seats", 3L), 1);
        run(() -> allowance.reserve(SEATS, 2));
        run(() -> allowance.requireRoom(SEATS, 1));
        assertThatThrownBy(() -> run(() -> allowance.requireRoom(SEATS, 2))).isInstanceOf(ProblemException.class);
        assertThat(used(SEATS, tenant)).isEqualTo(2);
    }

    @Test
    void whatRollsBackHasTakenNothing() {
        allow(Map.of("seats", 1L), 1);
        assertThatThrownBy(() -> run(() -> allowance
                        .reserve(SEATS, 1)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the effect failed")))))
                .hasMessage("the effect failed");
        assertThat(used(SEATS, tenant)).isZero();
        run(() -> allowance.reserve(SEATS, 1));
    }

    @Test
    void nothingIsTakenOutsideATransaction() {
        assertThatThrownBy(() -> unitOfWork
                        .as(tenant, () -> allowance.reserve(SEATS, 1))
                        .await()
                        .atMost(Duration.ofSeconds(30)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOlderEventChangesNothing() {
        allow(Map.of("seats", 5L), 7);
        allow(Map.of("seats", 1L), 6);
        run(() -> standings.keep("suspended", "UTC", null, 5));
        run(() -> allowance.reserve(SEATS, 5));
        assertThat(text("select status from tenant_standing where tenant_id = ?"))
                .containsExactly("active");

        run(() -> standings.keep("suspended", "No/Such_Zone", null, 8));
        assertThat(text("select status || ' ' || timezone from tenant_standing where tenant_id = ?"))
                .containsExactly("suspended UTC");
        assertThatThrownBy(() -> run(() -> allowance.reserve(SEATS, 1))).isInstanceOf(ProblemException.class);
    }

    @Test
    void thatALimitIsReachedIsToldOnce() {
        allow(Map.of("seats", 2L, "sends", 2L), 1);
        run(() -> allowance.reserve(SENDS, 1));
        assertThat(told("usage.limit-reached")).isEmpty();
        run(() -> allowance.reserve(SENDS, 1));
        run(() -> allowance.count(SENDS, 1));
        run(() -> allowance.release(SENDS, 2));
        run(() -> allowance.reserve(SENDS, 1));
        assertThat(told("usage.limit-reached")).singleElement().satisfies(event -> {
            assertThat(event.getString("metric")).isEqualTo("sends");
            assertThat(event.getInteger("size")).isEqualTo(2);
            assertThat(event.getInteger("used")).isEqualTo(2);
            assertThat(event.getString("month")).hasSize(7);
            assertThat(event.getInstant("resetsAt")).isAfter(clock.instant());
        });
    }

    @Test
    void aLevelThatWasBelowItsLimitReachesItAgain() {
        allow(Map.of("seats", 1L), 1);
        run(() -> allowance.reserve(SEATS, 1));
        run(() -> allowance.release(SEATS, 1));
        run(() -> allowance.reserve(SEATS, 1));
        allow(Map.of("seats", 2L), 2);
        run(() -> allowance.reserve(SEATS, 1));
        assertThat(told("usage.limit-reached"))
                .extracting(event -> event.getInteger("size"))
                .containsExactly(1, 1, 2);
    }

    @Test
    void manyChangesAreReportedTogether() {
        allow(Map.of(), 1);
        IntStream.range(0, 20).forEach(i -> run(() -> allowance.count(SENDS, 1)));
        run(() -> allowance.count(SEATS, 4));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told("usage.counted"))
                        .last()
                        .satisfies(event -> assertThat(lastOf("sends")).isEqualTo(20))
                        .satisfies(event -> assertThat(lastOf("seats")).isEqualTo(4)));
        assertThat(told("usage.counted").size()).isLessThan(20);

        int before = told("usage.counted").size();
        run(() -> allowance.release(SEATS, 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lastOf("seats")).isEqualTo(3));
        assertThat(told("usage.counted")).hasSize(before + 1);
    }

    private long lastOf(String metric) {
        long last = -1;
        for (JsonObject event : told("usage.counted")) {
            for (Object counter : event.getJsonArray("counters")) {
                if (((JsonObject) counter).getString("metric").equals(metric)) {
                    last = ((JsonObject) counter).getLong("used");
                }
            }
        }
        return last;
    }

    @Test
    void theSchemaKeepsTenantsApart() {
        EventsMigration.assertUnchanged();
        AllowanceMigration.assertUnchanged();
        TenantIsolationCatalogue.of("meter")
                .looksAcross("usage_counter", "what changed is told for all tenants")
                .except("index usage_counter_month", "what changed is looked for in all tenants")
                .value("usage_counter.month", "''")
                .assertHolds();
    }

    private void allow(Map<String, Long> limits, long sequence) {
        run(() -> standings.keep("active", "UTC", limits, sequence));
    }

    private void run(Supplier<Uni<Void>> work) {
        inTransaction(work).await().atMost(Duration.ofSeconds(60));
    }

    private Uni<Void> inTransaction(Supplier<Uni<Void>> work) {
        return unitOfWork.as(tenant, () -> database.inTransaction(connection -> work.get()));
    }

    /** The failures. */
    private List<Throwable> atOnce(int times, Supplier<Uni<Void>> work) {
        List<Uni<@Nullable Throwable>> tries = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            tries.add(inTransaction(work)
                    .map(done -> (Throwable) null)
                    .onFailure()
                    .recoverWithItem(failure -> failure));
        }
        return Uni.join().all(tries).andFailFast().await().atMost(Duration.ofSeconds(60)).stream()
                .filter(failure -> failure != null)
                .toList();
    }

    private long used(Metric metric, UUID of) {
        return text("select used from usage_counter where tenant_id = ? and metric = '" + metric.name() + "'").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private List<String> months() {
        return text("select month from usage_counter where tenant_id = ? order by month");
    }

    private List<JsonObject> told(String topic) {
        return text("select payload from outbox where tenant_id = ? and topic = '" + topic + "' order by seq").stream()
                .map(JsonObject::new)
                .toList();
    }

    /** The first column of what the statement selects for this tenant, past row level security. */
    private List<String> text(String sql) {
        try (Connection connection = TestDatabase.superuser()) {
            connection.setSchema("meter");
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, tenant);
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
