package dev.tertulia.platform.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Which problem a failure is. Nothing of the failure's own text goes out. */
final class Problems {
    /** The headers of a failure that say how to do better. */
    private static final Set<String> TELLING_HEADERS =
            Set.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

    private Problems() {}

    /** Never fails: what nobody thought of is an internal error. */
    static HttpProblem of(Throwable failure) {
        return switch (failure) {
            case HttpProblem problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case ResteasyReactiveViolationException violations -> Violations.toProblem(violations);
            case UnauthorizedException e -> ProblemException.of(CommonProblem.UNAUTHENTICATED);
            case AuthenticationFailedException e -> ProblemException.of(CommonProblem.UNAUTHENTICATED);
            case ForbiddenException e -> ProblemException.of(CommonProblem.FORBIDDEN);
            // JAX-RS wraps what a parameter's converter fails with.
            case WebApplicationException wrapped when wrapped.getCause() instanceof HttpProblem problem -> problem;
            case NotAllowedException wrongMethod -> methodNotAllowed();
            case WebApplicationException answer -> ofResponse(answer.getResponse());
            case HttpException refused -> ofStatus(refused.getStatusCode());
            default -> DatabaseProblems.of(failure).orElseGet(() -> ProblemException.of(CommonProblem.INTERNAL_ERROR));
        };
    }

    /** For a failure of which only the status may be known. */
    static HttpProblem of(@Nullable Throwable failure, int status) {
        if (failure == null) {
            return ofStatus(status);
        }
        HttpProblem problem = of(failure);
        // Vert.x fails a request of its own accord with a status and whatever exception led to it.
        return problem.getStatusCode() == 500 && status >= 400 && status < 500 ? ofStatus(status) : problem;
    }

    private static ProblemException methodNotAllowed() {
        ProblemException problem = ProblemException.of(CommonProblem.METHOD_NOT_ALLOWED);
        return AllowedMethods.ofCurrentRequest()
                .map(methods -> problem.withHeader(HttpHeaders.ALLOW, methods))
                .orElse(problem);
    }

    static ProblemException ofStatus(int status) {
        return ProblemException.of(CommonProblem.forStatus(status));
    }

    static ProblemException bodyTooLarge(long maxBytes) {
        return ProblemException.of(CommonProblem.BODY_TOO_LARGE, "At most " + maxBytes + " bytes are taken here.");
    }

    static ProblemException unavailable(Duration retryAfter) {
        return ProblemException.of(CommonProblem.UNAVAILABLE, "Try again in a moment.")
                .retryAfter(retryAfter);
    }

    private static HttpProblem ofResponse(Response response) {
        ProblemException problem = ofStatus(response.getStatus());
        for (String header : TELLING_HEADERS) {
            String value = response.getHeaderString(header);
            if (value != null) {
                problem = problem.withHeader(header, value);
            }
        }
        return problem;
    }
}
