package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.Failure;
import dev.tertulia.local.whatsapp.number.Numbers;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of the Graph API: who calls, with what, and how it is answered. */
final class GraphCall {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";
    /** A hung call is let go after this, so that it does not hold memory for ever. */
    private static final long LONGEST_HANG_MS = 600_000;

    private final RoutingContext http;
    private final Vertx vertx;

    GraphCall(RoutingContext http, Vertx vertx) {
        this.http = http;
        this.vertx = vertx;
    }

    /** The id in the path. */
    String id() {
        return http.pathParam("id");
    }

    String version() {
        return http.pathParam("version");
    }

    @Nullable
    String query(String name) {
        List<String> values = http.queryParam(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    RoutingContext http() {
        return http;
    }

    /** The address under which the caller reached us. */
    String baseUrl() {
        return http.request().scheme() + "://" + http.request().authority();
    }

    /** The number of this id, if the caller's token is good for it; throws {@link GraphError}. */
    BusinessNumber number(Numbers numbers) {
        String token = token();
        return authorised(numbers.find(id(), token), token);
    }

    /** The numbers of the account of this id, if the caller's token is good for one of them; throws {@link GraphError}. */
    List<BusinessNumber> account(Numbers numbers) {
        String token = token();
        List<BusinessNumber> all = numbers.ofAccount(id(), token);
        if (all.isEmpty()) {
            throw GraphError.noSuchObject(method(), id());
        }
        BusinessNumber ours =
                all.stream().filter(number -> number.accepts(token)).findFirst().orElse(all.getFirst());
        authorised(ours, token);
        return all;
    }

    /** The given number, if the caller's token is good for it; throws {@link GraphError}. */
    BusinessNumber owner(@Nullable BusinessNumber number) {
        return authorised(number, token());
    }

    private BusinessNumber authorised(@Nullable BusinessNumber number, String token) {
        if (number == null) {
            throw GraphError.noSuchObject(method(), id());
        }
        if (!number.accepts(token)) {
            throw GraphError.wrongToken();
        }
        if (number.behaviour().expiredToken()) {
            throw GraphError.expiredToken();
        }
        return number;
    }

    private String token() {
        String header = http.request().getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        String inQuery = query("access_token");
        if (inQuery == null) {
            throw GraphError.noToken();
        }
        return inQuery;
    }

    private String method() {
        return http.request().method().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The body as a JSON object; throws {@link GraphError}. */
    ObjectNode body() {
        Buffer raw = http.body().buffer();
        try {
            JsonNode body = raw == null ? null : JSON.readTree(raw.getBytes());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw GraphError.parameter("Invalid JSON in the request's body.");
        }
        throw GraphError.parameter("The request's body must be a JSON object.");
    }

    void answer(int status, JsonNode body) {
        HttpServerResponse response = http.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status);
        response.putHeader("Content-Type", "application/json; charset=UTF-8");
        response.putHeader("facebook-api-version", version());
        response.end(bytes(body));
    }

    void answer(JsonNode body) {
        answer(200, body);
    }

    void refuse(GraphError error) {
        answer(error.httpStatus(), error.body());
    }

    /** Answers as a failure rule says. */
    void fail(Failure failure) {
        if (failure.retryAfterSeconds() != null) {
            http.response().putHeader("Retry-After", failure.retryAfterSeconds().toString());
        }
        int status = failure.httpStatus() == null ? 500 : failure.httpStatus();
        switch (failure.manner()) {
            case ANSWER, STATUS -> refuse(error(failure));
            case HTML -> html(status);
            case EMPTY -> answer(status, JSON.createObjectNode());
            case CUT -> cut();
            case HANG -> hang();
        }
    }

    static GraphError error(Failure failure) {
        Integer code = failure.code();
        if (code == null) {
            return GraphError.outage(failure.httpStatus() == null ? 500 : failure.httpStatus());
        }
        if (code == 190 && failure.details() == null) {
            return GraphError.expiredToken();
        }
        return GraphError.of(code, failure.details(), failure.httpStatus());
    }

    /** Closes the connection without an answer. */
    void cut() {
        http.request().connection().close();
    }

    /** Answers nothing until the caller gives up. */
    void hang() {
        long timer = vertx.setTimer(LONGEST_HANG_MS, id -> cut());
        http.response().closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private void html(int status) {
        http.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end(
                        "<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1></body></html>");
    }

    private static Buffer bytes(JsonNode body) {
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }
}
