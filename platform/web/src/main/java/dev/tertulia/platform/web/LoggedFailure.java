package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.pgclient.PgException;
import jakarta.validation.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * A failure as logs may show it: where it happened and what kind it was. The messages of the database, of JSON and of
 * validation quote the data, and a constraint's detail is somebody's phone number: those are left out.
 */
final class LoggedFailure extends Throwable {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 16;

    private LoggedFailure(String message, @Nullable Throwable cause) {
        super(message, cause, false, true);
    }

    static LoggedFailure of(Throwable failure) {
        return of(failure, MAX_CAUSES);
    }

    static String summary(@Nullable Throwable failure) {
        return failure == null ? "no cause known" : describe(failure);
    }

    private static LoggedFailure of(Throwable failure, int causesLeft) {
        Throwable cause = failure.getCause();
        LoggedFailure logged = new LoggedFailure(
                describe(failure), cause == null || causesLeft == 0 ? null : of(cause, causesLeft - 1));
        logged.setStackTrace(failure.getStackTrace());
        return logged;
    }

    private static String describe(Throwable failure) {
        String name = failure.getClass().getName();
        if (failure instanceof PgException refused) {
            return name + ": SQLSTATE " + refused.getSqlState() + ", constraint " + refused.getConstraint();
        }
        return quotesData(failure) || failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    private static boolean quotesData(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof PgException
                    || cause instanceof JsonProcessingException
                    || cause instanceof ValidationException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
