package dev.tertulia.platform.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that the caller is to see, answered as {@code application/problem+json}. Throw it, or fail a {@code Uni} with
 * it. The detail says what the caller can do about it; it goes out and is not logged.
 */
public final class ProblemException extends HttpProblem {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType problemType;

    private ProblemException(ProblemType problemType, HttpProblem.Builder builder) {
        super(builder);
        this.problemType = problemType;
    }

    public static ProblemException of(ProblemType type) {
        return of(type, null);
    }

    public static ProblemException of(ProblemType type, @Nullable String detail) {
        return new ProblemException(type, builder(type, detail));
    }

    /** For what is wrong with fields: the errors name them. */
    public static ProblemException of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new ProblemException(type, builder(type, detail).with("errors", List.copyOf(errors)));
    }

    /** A 422 for one field. */
    public static ProblemException invalid(String field, String message) {
        return of(CommonProblem.VALIDATION_FAILED, null, List.of(new FieldError(field, message)));
    }

    /** The same problem, with a member of its own beside the usual ones, such as the name of a feature that is off. */
    public ProblemException with(String member, Object value) {
        return new ProblemException(problemType, builder(this).with(member, value));
    }

    public ProblemException withHeader(String name, String value) {
        return new ProblemException(problemType, builder(this).withHeader(name, value));
    }

    /** Says when to try again, rounded up to whole seconds, at least one. */
    public ProblemException retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return withHeader("Retry-After", Long.toString(seconds));
    }

    public ProblemType problemType() {
        return problemType;
    }

    /** It is an answer, not an accident: where it was raised is of no interest. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static HttpProblem.Builder builder(ProblemType type, @Nullable String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + type.code()))
                .withStatus(type.status())
                .withTitle(type.title())
                .withDetail(detail);
    }
}
