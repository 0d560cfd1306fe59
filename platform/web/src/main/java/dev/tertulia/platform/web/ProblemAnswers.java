package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.platform.context.RequestId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers with problems: adds what only the request knows, and logs what an operator must hear of. */
@ApplicationScoped
public class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;
    private final Instance<ProblemSource> sources;

    ProblemAnswers(ObjectMapper json, @Any Instance<ProblemSource> sources) {
        this.json = json;
        this.sources = sources;
    }

    /**
     * The problem to answer with.
     *
     * @param failure what went wrong, null where only the status tells
     * @param status what it would be answered with if the failure says nothing better
     */
    public Uni<HttpProblem> problem(@Nullable Throwable failure, int status, RoutingContext request) {
        HttpProblem problem = better(failure).orElseGet(() -> Problems.of(failure, status));
        log(failure, problem, request);
        HttpProblem traced = RequestId.current()
                .map(id -> HttpProblem.builder(problem).with("traceId", id).build())
                .orElse(problem);
        boolean unchallenged =
                problem.getStatusCode() == 401 && !problem.getHeaders().containsKey(HttpHeaders.WWW_AUTHENTICATE);
        return unchallenged ? challenged(traced, request) : Uni.createFrom().item(traced);
    }

    private Optional<HttpProblem> better(@Nullable Throwable failure) {
        return failure == null
                ? Optional.empty()
                : sources.stream()
                        .flatMap(source -> source.find(failure).stream())
                        .<HttpProblem>map(problem -> problem)
                        .findFirst();
    }

    /** Ends the request with the problem, for handlers outside JAX-RS. */
    public void send(@Nullable Throwable failure, int status, RoutingContext request) {
        problem(failure, status, request)
                .subscribe()
                .with(problem -> write(problem, request.response()), unexpected -> LOG.error("No answer", unexpected));
    }

    private void write(HttpProblem problem, HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Part of an answer is out already: only a broken connection tells that it is not whole.
            response.reset();
            return;
        }
        response.setStatusCode(problem.getStatusCode());
        response.putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString());
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.end(Buffer.buffer(bytes(problem)));
    }

    private byte[] bytes(HttpProblem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says by which scheme to sign in, as the authentication in use has it. */
    private static Uni<HttpProblem> challenged(HttpProblem problem, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(problem);
        }
        return authenticator
                .getChallenge(request)
                .onItem()
                .ifNotNull()
                .transform(challenge -> scheme(challenge)
                        .map(scheme -> HttpProblem.builder(problem)
                                .withHeader(HttpHeaders.WWW_AUTHENTICATE, scheme)
                                .build())
                        .orElse(problem))
                .onItem()
                .ifNull()
                .continueWith(problem)
                .onFailure()
                .recoverWithItem(problem);
    }

    // The names of the headers are of several classes, equal to none but their own.
    private static Optional<String> scheme(ChallengeData challenge) {
        return challenge.getHeaders().entrySet().stream()
                .filter(header -> HttpHeaders.WWW_AUTHENTICATE.equalsIgnoreCase(
                        header.getKey().toString()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void log(@Nullable Throwable failure, HttpProblem problem, RoutingContext request) {
        if (problem.getStatusCode() < 500) {
            LOG.debugf("%s: %d", problem.getType(), problem.getStatusCode());
            return;
        }
        if (problem.getStatusCode() == 500) {
            LOG.errorf(
                    failure == null ? null : LoggedFailure.of(failure),
                    "%s failed",
                    request.request().method());
        } else {
            LOG.warnf(
                    "%s answered %d: %s",
                    request.request().method(), problem.getStatusCode(), LoggedFailure.summary(failure));
        }
    }
}
