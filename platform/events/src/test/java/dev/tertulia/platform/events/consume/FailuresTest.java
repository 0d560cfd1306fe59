package dev.tertulia.platform.events.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.tertulia.platform.events.UnreadableEventException;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    // Server gone, deadlock, serialization, too many connections, shut down, statement timeout, lock timeout, demoted.
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40P01", "40001", "53300", "57P01", "57014", "55P03", "25006"})
    void whatTheDatabaseGetsOverPasses(String state) {
        assertThat(Failures.passes(new CompletionException(pg(state)))).isTrue();
    }

    // Unique, check, foreign key, not null, bad text, row level security, undefined column.
    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "23503", "23502", "22P02", "42501", "42703"})
    void whatTheDatabaseRefusesStays(String state) {
        assertThat(Failures.passes(new IllegalStateException(pg(state)))).isFalse();
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new TimeoutException(),
                new PassingException("a key that will come", new IllegalArgumentException()),
                new io.smallrye.mutiny.TimeoutException(),
                ClosedConnectionException.INSTANCE,
                Future.failedFuture("Timeout").cause(),
                Future.failedFuture("Connection is not active now, current status: CLOSED")
                        .cause());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatIsAwayComesBack(Throwable failure) {
        assertThat(Failures.passes(new CompletionException(failure))).isTrue();
    }

    @Test
    void whatIsWrongWithTheEventStays() {
        assertThat(Failures.passes(new UnreadableEventException("no"))).isFalse();
        assertThat(Failures.passes(new NullPointerException())).isFalse();
        // An IOException by ancestry only.
        assertThat(Failures.passes(new JsonParseException(null, "bad"))).isFalse();
    }

    @Test
    void aDescriptionIsOneShortLine() {
        assertThat(Failures.describe(new IllegalStateException("one\ntwo" + "x".repeat(1_000))))
                .isEqualTo("java.lang.IllegalStateException: one");
        assertThat(Failures.describe(new IllegalStateException("x".repeat(1_000))))
                .hasSize(300);
    }

    private static PgException pg(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}
