package dev.tertulia.gateway.proxy;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.call.Troubles;
import dev.tertulia.gateway.call.UnreadBody;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.route.Route;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way to a service and its answer on the way back, both as streams: each side is read only as fast as the
 * other takes it. Lives on the event loop of the caller's connection.
 *
 * <p>The service's time runs from when it has the whole body, the caller's while it sends. A failure before the head of
 * the answer becomes a problem; after it the connection is cut, so that nobody takes a part for the whole.
 */
final class Exchange {
    private final Call call;
    private final Route route;
    private final @Nullable Passport passport;
    private final HttpClient client;
    private final Troubles troubles;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final boolean hasBody;
    private final Deadline deadline;

    private @Nullable HttpClientRequest upstream;
    private @Nullable UnreadBody unreadBody;
    private boolean attemptedAgain;
    private boolean sent;
    private boolean answering;
    private boolean over;
    private boolean heldUpByService;
    private long receivedBytes;
    private long uploadEndsNanos;

    Exchange(Call call, Route route, @Nullable Passport passport, HttpClient client, Troubles troubles) {
        this.call = call;
        this.route = route;
        this.passport = passport;
        this.client = client;
        this.troubles = troubles;
        this.request = call.request();
        this.response = call.response();
        this.hasBody = UnreadBody.hasBody(request);
        this.deadline = new Deadline(call.vertx(), this::missed);
    }

    void start() {
        call.whenGone(this::callerGone);
        connect();
    }

    private void connect() {
        RequestOptions options = route.address(new RequestOptions())
                .setMethod(request.method())
                .setURI(request.query() == null ? call.path() : call.path() + "?" + request.query())
                .setConnectTimeout(route.connectTimeout().toMillis());
        client.request(options).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (over) {
            if (connection.succeeded()) {
                connection.result().reset();
            }
            return;
        }
        if (connection.failed()) {
            serviceFailed(connection.cause());
            return;
        }
        HttpClientRequest to = connection.result();
        upstream = to;
        ForwardedHeaders.toService(call, to.headers(), passport);
        to.exceptionHandler(this::serviceFailed);
        to.response().onComplete(this::answered);
        if (hasBody) {
            upload(to);
        } else {
            to.end();
            sent = true;
            request.resume();
            deadline.allow(route.responseTimeout());
        }
    }

    private void upload(HttpClientRequest to) {
        if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            to.setChunked(true);
        }
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            response.writeContinue();
        }
        uploadEndsNanos = System.nanoTime() + route.uploadTimeout().toNanos();
        request.handler(this::received);
        request.endHandler(ended -> receivedAll());
        request.exceptionHandler(gone -> callerGone());
        to.drainHandler(drained -> goOnReceiving());
        allowForUpload();
        request.resume();
    }

    private void received(Buffer chunk) {
        HttpClientRequest to = upstream;
        if (over || to == null) {
            return;
        }
        receivedBytes += chunk.length();
        if (receivedBytes > route.maxBodyBytes()) {
            refuse(tooLarge(route));
            return;
        }
        to.write(chunk);
        if (to.writeQueueFull()) {
            heldUpByService = true;
            request.pause();
        }
        allowForUpload();
    }

    private void goOnReceiving() {
        if (heldUpByService && !over) {
            heldUpByService = false;
            request.resume();
            allowForUpload();
        }
    }

    private void receivedAll() {
        if (over || upstream == null) {
            return;
        }
        sent = true;
        upstream.end();
        deadline.allow(answering ? route.stallTimeout() : route.responseTimeout());
    }

    private void allowForUpload() {
        if (answering) {
            deadline.allow(route.stallTimeout());
        } else {
            long left = uploadEndsNanos - System.nanoTime();
            deadline.allowNanos(Math.min(left, route.stallTimeout().toNanos()));
        }
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (over) {
            return;
        }
        if (answer.failed()) {
            serviceFailed(answer.cause());
            return;
        }
        HttpClientResponse from = answer.result();
        answering = true;
        deadline.allow(route.stallTimeout());
        if (!sent) {
            unreadBody = UnreadBody.of(call);
        }
        response.setStatusCode(from.statusCode());
        ForwardedHeaders.toCaller(from.headers(), response.headers(), route);
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(from)) {
            response.setChunked(true);
        }
        from.handler(chunk -> pass(chunk, from));
        from.endHandler(ended -> passedAll());
        from.exceptionHandler(this::serviceFailed);
    }

    private boolean mayHaveBody(HttpClientResponse from) {
        return request.method() != HttpMethod.HEAD && from.statusCode() != 204 && from.statusCode() != 304;
    }

    private void pass(Buffer chunk, HttpClientResponse from) {
        if (over) {
            return;
        }
        deadline.allow(route.stallTimeout());
        response.write(chunk);
        if (response.writeQueueFull()) {
            from.pause();
            response.drainHandler(drained -> {
                deadline.allow(route.stallTimeout());
                from.resume();
            });
        }
    }

    private void passedAll() {
        if (over) {
            return;
        }
        finish();
        response.end();
        if (!sent) {
            // The service has said all it will, so the rest of the body is of no use to it.
            resetUpstream();
            if (unreadBody != null) {
                unreadBody.takeIn();
            }
        }
    }

    private void missed() {
        if (answering) {
            troubles.report("route " + route.name(), "service stands still while it answers");
            cut();
        } else if (sent) {
            troubles.report("route " + route.name(), "service does not answer in time");
            refuse(away());
        } else if (heldUpByService) {
            troubles.report("route " + route.name(), "service takes no more of a body");
            refuse(away());
        } else {
            refuse(Problem.of(GatewayProblem.REQUEST_TIMEOUT, "Send the body faster, or in smaller parts."));
        }
    }

    private void serviceFailed(Throwable failure) {
        if (over) {
            return;
        }
        if (answering) {
            troubles.report(
                    "route " + route.name(),
                    "service broke off its answer: " + failure.getClass().getSimpleName());
            cut();
        } else if (mayAttemptAgain(failure)) {
            attemptedAgain = true;
            upstream = null;
            connect();
        } else {
            troubles.report(
                    "route " + route.name(),
                    "service is away: " + failure.getClass().getSimpleName());
            refuse(away());
        }
    }

    /** A kept connection can end at the very moment it is used; a question that changes nothing is then put again. */
    private boolean mayAttemptAgain(Throwable failure) {
        boolean onlyAsks = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return failure instanceof HttpClosedException && onlyAsks && !hasBody && !attemptedAgain && upstream != null;
    }

    private void refuse(Problem problem) {
        finish();
        resetUpstream();
        call.refuse(problem);
    }

    private void cut() {
        finish();
        resetUpstream();
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else {
            request.connection().close();
        }
    }

    private void callerGone() {
        if (!over) {
            finish();
            resetUpstream();
        }
    }

    private void finish() {
        over = true;
        deadline.lift();
    }

    private void resetUpstream() {
        if (upstream != null) {
            upstream.reset();
        }
    }

    static Problem tooLarge(Route route) {
        return Problem.of(GatewayProblem.BODY_TOO_LARGE, "At most " + route.maxBodyBytes() + " bytes are taken here.");
    }

    static Problem away() {
        return Problem.unavailable(
                "The service behind this path is away or too slow. Try again.", Duration.ofSeconds(1));
    }
}
