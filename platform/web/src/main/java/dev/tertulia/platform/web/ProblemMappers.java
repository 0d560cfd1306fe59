package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every failure of a resource becomes a problem here. The types beside Throwable are those for which Quarkus or the
 * problem extension bring a mapper of their own, which would say more, less or something else.
 */
public class ProblemMappers {
    private static final int BEFORE_ALL_OTHERS = 1;

    private final ProblemAnswers answers;

    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper(
            value = {
                Throwable.class,
                Exception.class,
                HttpProblem.class,
                WebApplicationException.class,
                NotFoundException.class,
                jakarta.ws.rs.ForbiddenException.class,
                ProcessingException.class,
                ForbiddenException.class,
                UnauthorizedException.class,
                AuthenticationFailedException.class,
                AuthenticationCompletionException.class,
                AuthenticationRedirectException.class,
                ValidationException.class,
                ConstraintViolationException.class,
                JsonProcessingException.class,
                MismatchedInputException.class,
                UnrecognizedPropertyException.class,
                InvalidFormatException.class,
                InvalidDefinitionException.class
            },
            priority = BEFORE_ALL_OTHERS)
    public Uni<Response> answer(Throwable failure, RoutingContext request) {
        return answers.problem(failure, 500, request).map(HttpProblem::toResponse);
    }
}
