package dev.tertulia.platform.web;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Failures that the caller can do something about: come again, or look again. */
final class DatabaseProblems {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MAX_CAUSES = 16;

    /** Serialization failure, deadlock, lock not available: the same request succeeds when repeated. */
    private static final Set<String> LOST_A_RACE = Set.of("40001", "40P01", "55P03");

    /** Statement or transaction timeout, shutdown, crash, start-up. */
    private static final Set<String> NOT_NOW =
            Set.of("57014", "57P01", "57P02", "57P03", "57P05", "25P02", "25P03", "25P04", "25006");

    /** Unique, foreign key and exclusion constraints: another change came first. */
    private static final Set<String> TAKEN = Set.of("23505", "23503", "23P01");

    // Known by name, so that a service without Hibernate needs none of its classes.
    private static final Set<String> STALE = Set.of(
            "jakarta.persistence.OptimisticLockException",
            "org.hibernate.StaleObjectStateException",
            "org.hibernate.StaleStateException");
    private static final Set<String> AWAY = Set.of(
            "io.vertx.sqlclient.ClosedConnectionException",
            "io.vertx.core.http.HttpClosedException",
            "io.smallrye.mutiny.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException",
            "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException",
            "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException");

    private static final List<String> LOST_CONNECTION = List.of(
            "Timeout",
            "Connection was closed",
            "Connection is not active",
            "Pending requests failed",
            "Fail to read any response");

    private DatabaseProblems() {}

    static Optional<ProblemException> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            ProblemException problem = ofOne(cause);
            if (problem != null) {
                return Optional.of(problem);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable ProblemException ofOne(Throwable failure) {
        return switch (failure) {
            case PgException refused -> ofState(refused.getSqlState());
            // What Hibernate makes of it.
            case SQLException refused -> ofState(refused.getSQLState());
            case SocketException away -> Problems.unavailable(SOON);
            case VertxException lost when isLostConnection(lost) -> Problems.unavailable(SOON);
            case NoStackTraceThrowable lost when isLostConnection(lost) -> Problems.unavailable(SOON);
            case ConnectionPoolTooBusyException busy -> Problems.unavailable(AT_ONCE);
            case TimeoutException late -> Problems.unavailable(AT_ONCE);
            case RejectedExecutionException busy -> Problems.unavailable(AT_ONCE);
            default -> ofName(failure);
        };
    }

    /** The database's client tells these by their words only. */
    private static boolean isLostConnection(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return LOST_CONNECTION.stream().anyMatch(message::startsWith);
    }

    private static @Nullable ProblemException ofName(Throwable failure) {
        String name = failure.getClass().getName();
        if (STALE.contains(name)) {
            return ProblemException.of(CommonProblem.CONFLICT, "Read it again and apply the change to what it is now.");
        }
        return AWAY.contains(name) ? Problems.unavailable(SOON) : null;
    }

    private static @Nullable ProblemException ofState(@Nullable String sqlState) {
        if (sqlState == null) {
            return null;
        }
        if (LOST_A_RACE.contains(sqlState)) {
            return Problems.unavailable(AT_ONCE);
        }
        // Classes 08 and 53: the connection broke, or the server is short of something.
        if (NOT_NOW.contains(sqlState) || sqlState.startsWith("08") || sqlState.startsWith("53")) {
            return Problems.unavailable(SOON);
        }
        return TAKEN.contains(sqlState) ? ProblemException.of(CommonProblem.CONFLICT) : null;
    }
}
