package dev.tertulia.platform.events.consume;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves from those that an event brings with it. */
final class Failures {
    // https://www.postgresql.org/docs/18/errcodes-appendix.html: connection, rolled back for others' sake, out of
    // resources, stopped by the operator, the system below.
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");
    // lock_not_available; read_only_sql_transaction, which a server says that has been demoted.
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25006");

    private Failures() {}

    /** Whether the same event may well succeed when it is tried again. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (isPassing(cause)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }

    private static boolean isPassing(Throwable failure) {
        return switch (failure) {
            case PgException e -> e.getSqlState() != null && isPassing(e.getSqlState());
            case PassingException e -> true;
            case ClosedConnectionException e -> true;
            case JacksonException e -> false;
            case IOException e -> true;
            case TimeoutException e -> true;
            case io.smallrye.mutiny.TimeoutException e -> true;
            case RetriableException e -> true;
            default -> isOfConnection(failure);
        };
    }

    private static boolean isPassing(String state) {
        return PASSING_STATES.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2));
    }

    // Vert.x has no types for these: all connections were taken for too long, or ours was closed meanwhile.
    private static boolean isOfConnection(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getName().equals("io.vertx.core.impl.NoStackTraceThrowable")
                && message != null
                && (message.equals("Timeout") || message.startsWith("Connection "));
    }

    /** What went wrong, in one line for people who look into it. */
    static String describe(Throwable failure) {
        String text = failure.toString().lines().findFirst().orElse("");
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
