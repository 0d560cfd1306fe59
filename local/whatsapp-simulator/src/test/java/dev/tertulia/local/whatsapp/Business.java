package dev.tertulia.local.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.local.whatsapp.webhook.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** A business that listens to webhooks: verifies, keeps what comes, and answers as told. */
final class Business implements AutoCloseable {

    static final String APP_SECRET = "the app's secret";
    static final String VERIFY_TOKEN = "are you there?";

    /** A webhook as it came. */
    record Post(String raw, boolean signed, int answered) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile IntUnaryOperator status = count -> 200;

    Business(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::received)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/webhooks/whatsapp/1";
    }

    /** Decides by how many posts came before. */
    void answerWith(IntUnaryOperator statusOfPost) {
        status = statusOfPost;
    }

    /** The changes' values of all posts that were answered with 200. */
    List<JsonNode> values() {
        List<JsonNode> values = new ArrayList<>();
        for (Post post : posts) {
            if (post.answered() == 200) {
                for (JsonNode entry : read(post.raw()).path("entry")) {
                    entry.path("changes").forEach(change -> values.add(change.path("value")));
                }
            }
        }
        return values;
    }

    List<JsonNode> messages() {
        return values().stream()
                .filter(value -> value.has("messages"))
                .map(value -> value.path("messages").get(0))
                .toList();
    }

    List<JsonNode> statuses() {
        return values().stream()
                .filter(value -> value.has("statuses"))
                .map(value -> value.path("statuses").get(0))
                .toList();
    }

    List<String> statesOf(String messageId) {
        return statuses().stream()
                .filter(one -> one.path("id").asText().equals(messageId))
                .map(one -> one.path("status").asText())
                .toList();
    }

    private void received(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            boolean ours = VERIFY_TOKEN.equals(request.getParam("hub.verify_token"))
                    && "subscribe".equals(request.getParam("hub.mode"));
            request.response().setStatusCode(ours ? 200 : 403).end(ours ? request.getParam("hub.challenge") : "");
            return;
        }
        request.body().onSuccess(body -> {
            int answer = status.applyAsInt(posts.size());
            String signature = request.getHeader("X-Hub-Signature-256");
            posts.add(new Post(
                    body.toString(),
                    new Signature(APP_SECRET).of(body.getBytes()).equals(signature),
                    answer));
            request.response().setStatusCode(answer).end();
        });
    }

    private static JsonNode read(String raw) {
        try {
            return JSON.readTree(raw);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
