package dev.tertulia.gateway.call;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request from outside, paused until it is known where its body goes. Lives on the event loop of its connection.
 */
public final class Call {
    /** The header that brings the request's id and takes it back. */
    public static final String REQUEST_ID = "X-Request-Id";

    private final Vertx vertx;
    private final HttpServerRequest request;
    private final String id;
    private final Client client;
    private final String path;
    private String route = "none";
    private Runnable onGone = () -> {};
    private Consumer<Boolean> onDone = whole -> {};
    private boolean done;

    /**
     * @param id made by {@link RequestIds}
     * @param client who is calling, past the trusted proxies
     * @param path without the query, as it came
     */
    Call(Vertx vertx, HttpServerRequest request, String id, Client client, String path) {
        this.vertx = vertx;
        this.request = request;
        this.client = client;
        this.path = path;
        this.id = id;
        request.response()
                .putHeader(REQUEST_ID, id)
                .endHandler(ended -> done(true))
                .closeHandler(closed -> {
                    done(false);
                    onGone.run();
                });
    }

    private void done(boolean whole) {
        if (!done) {
            done = true;
            onDone.accept(whole && !response().closed());
        }
    }

    /** What else to do once when the answer has been given (true), or can no longer be (false). */
    public void whenDone(Consumer<Boolean> action) {
        onDone = onDone.andThen(action);
    }

    /** To be told when the call has become a socket: its connection no longer says when the answer ends. */
    public void becameSocket() {
        done(true);
    }

    /** What to do if the caller's connection ends before the answer does. */
    public void whenGone(Runnable action) {
        onGone = action;
    }

    public Vertx vertx() {
        return vertx;
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    public String id() {
        return id;
    }

    public Client client() {
        return client;
    }

    public String path() {
        return path;
    }

    /** By which name the call is counted; never anything that the caller chose. */
    public String route() {
        return route;
    }

    public void countAs(String name) {
        route = name;
    }

    public void refuse(GatewayProblem problem, @Nullable String detail) {
        refuse(Problem.of(problem, detail));
    }

    /**
     * Answers with a problem, and takes in what the caller is still sending, within bounds: who is cut off while writing
     * rarely gets to read why. Does nothing if an answer is under way or the caller has gone.
     */
    public void refuse(Problem problem) {
        HttpServerResponse response = response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        answer("application/problem+json", problem.toJson(id));
    }

    /** Answers by itself with the status set on the response. */
    public void answer(String contentType, String body) {
        response().putHeader("Content-Type", contentType).putHeader("Cache-Control", "no-store");
        UnreadBody unread = UnreadBody.of(this);
        response().end(body);
        unread.takeIn();
    }

    /** Answers by itself with bytes; what is said of them is set on the response. */
    public void answer(Buffer body) {
        UnreadBody unread = UnreadBody.of(this);
        response().end(body);
        unread.takeIn();
    }

    /** Answers by itself with a status and no body. */
    public void answerEmpty(int status) {
        UnreadBody unread = UnreadBody.of(this);
        response().setStatusCode(status).end();
        unread.takeIn();
    }
}
