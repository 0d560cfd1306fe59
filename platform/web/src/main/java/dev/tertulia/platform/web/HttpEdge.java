package dev.tertulia.platform.web;

import dev.tertulia.platform.context.RequestId;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What holds for every request, whoever answers it: its id, the headers against misuse, the size of its body. */
@Singleton
public class HttpEdge {
    /** Before CORS and authentication, so that their answers too carry the id. */
    private static final int FIRST = 1_000;

    /** After Quarkus' own look at the size of the body. */
    private static final int LAST = 1;

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private final ProblemAnswers answers;
    private final long maxBodyBytes;
    // Paths whose bodies are taken in piece by piece may be sent more, up to what the server takes at all.
    private final Set<String> streamedPaths;
    private final long maxStreamedBytes;

    HttpEdge(
            ProblemAnswers answers,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize serverMax,
            @ConfigProperty(name = "tertulia.web.max-body-size") Optional<MemorySize> maxBody,
            @ConfigProperty(name = "tertulia.web.streamed-paths") Optional<Set<String>> streamedPaths) {
        this.answers = answers;
        maxBodyBytes = maxBody.orElse(serverMax).asLongValue();
        maxStreamedBytes = serverMax.asLongValue();
        this.streamedPaths = streamedPaths.orElse(Set.of());
    }

    void register(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
        filters.register(this::leaveCountingToReader, LAST);
    }

    void register(@Observes Router router) {
        // Where no route matches; and where one fails, be it in authentication or in a handler outside JAX-RS.
        for (int status : new int[] {400, 404, 405, 406, 415}) {
            router.errorHandler(status, request -> answers.send(request.failure(), status, request));
        }
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    private void receive(RoutingContext request) {
        String id = RequestId.takeOrMake(request.request().getHeader(RequestId.HEADER));
        RequestId.bind(id);
        MultiMap headers = request.response().headers();
        headers.set(RequestId.HEADER, id);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-site");
        request.addHeadersEndHandler(end -> forbidCaching(headers));
        if (headersSayNoType(request)) {
            // Where a type is asked for it is JSON, and a POST without a body has no reason to name one.
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (isTooLarge(request)) {
            letGoUnread(request);
            answers.send(Problems.bodyTooLarge(maxBytes(request)), 413, request);
        } else {
            request.next();
        }
    }

    /** What is answered is somebody's. A resource whose answer may be kept says so itself. */
    private static void forbidCaching(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean headersSayNoType(RoutingContext request) {
        HttpMethod method = request.request().method();
        return (method == HttpMethod.POST || method == HttpMethod.PUT || method == HttpMethod.PATCH)
                && !request.request().headers().contains(HttpHeaders.CONTENT_TYPE);
    }

    private boolean isTooLarge(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > maxBytes(request);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private long maxBytes(RoutingContext request) {
        return streamedPaths.contains(request.request().path()) ? maxStreamedBytes : maxBodyBytes;
    }

    /** Quarkus ends a request whose chunks grow too many with an empty answer; {@link BodyReading} says why. */
    private void leaveCountingToReader(RoutingContext request) {
        if (request.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
            request.addEndHandler(end -> {
                if (request.response().getStatusCode() == 413
                        && !request.request().isEnded()) {
                    letGoUnread(request);
                    request.request().resume();
                }
            });
        }
        request.next();
    }

    /**
     * A client that is still sending would miss the answer if the connection broke under it: what comes is let go unread,
     * for a while.
     */
    private static void letGoUnread(RoutingContext request) {
        HttpServerRequest body = request.request();
        long patience = request.vertx()
                .setTimer(DRAIN_LIMIT.toMillis(), timer -> body.connection().close());
        body.handler(chunk -> {});
        body.endHandler(end -> request.vertx().cancelTimer(patience));
    }

    private void fail(RoutingContext request) {
        answers.send(request.failure(), request.statusCode(), request);
    }
}
