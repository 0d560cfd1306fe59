package dev.tertulia.messaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Meta's Graph API as a test wants it to behave, for each phone number by itself. */
public final class FakeGraph implements AutoCloseable {
    /** A message as it came, with the token that came with it. */
    public record Call(String phoneNumberId, String token, JsonObject body) {
        public String text() {
            return body.getJsonObject("text", new JsonObject()).getString("body");
        }

        public String callbackData() {
            return body.getString("biz_opaque_callback_data");
        }
    }

    /** Closes the connection without a word where the status is 0. */
    public record Answer(int status, String body) {
        public static final Answer LOST = new Answer(0, "");

        public static Answer error(int status, int code) {
            return new Answer(
                    status,
                    new JsonObject()
                            .put(
                                    "error",
                                    new JsonObject()
                                            .put("code", code)
                                            .put("message", "(#" + code + ") Refused")
                                            .put("type", "OAuthException"))
                            .encode());
        }

        public static Answer accepted(String externalId) {
            return new Answer(
                    200,
                    new JsonObject()
                            .put("messaging_product", "whatsapp")
                            .put("messages", new JsonArray().add(new JsonObject().put("id", externalId)))
                            .encode());
        }
    }

    /** Something other than messages: files. */
    @FunctionalInterface
    public interface Other {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Function<Call, Answer>> scripts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Call> marksAsRead = new CopyOnWriteArrayList<>();
    private final Map<String, Other> others = new ConcurrentHashMap<>();

    public FakeGraph() throws IOException {
        server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(FakeGraphAddress.PORT)), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How messages of this number are answered; without a script they are accepted. */
    public void script(TestChannel channel, Function<Call, Answer> script) {
        scripts.put(channel.phoneNumberId, script);
    }

    /** How a path is answered that is not a number's messages. */
    public void other(String path, Other other) {
        others.put(path, other);
    }

    public List<Call> calls(TestChannel channel) {
        return calls.stream()
                .filter(call -> call.phoneNumberId().equals(channel.phoneNumberId))
                .toList();
    }

    public List<Call> marksAsRead(TestChannel channel) {
        return marksAsRead.stream()
                .filter(call -> call.phoneNumberId().equals(channel.phoneNumberId))
                .toList();
    }

    public static String externalId(Call call) {
        return "wamid.sent." + call.callbackData();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Other other = others.get(path);
        if (other != null) {
            other.answer(exchange);
            return;
        }
        String number = path.split("/")[2];
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!path.endsWith("/messages")) {
            send(exchange, new Answer(200, "{\"id\":\"" + number + "\"}"));
            return;
        }
        Call call = new Call(
                number,
                exchange.getRequestHeaders().getFirst("Authorization"),
                new JsonObject(new String(body, StandardCharsets.UTF_8)));
        if ("read".equals(call.body().getString("status"))) {
            marksAsRead.add(call);
            send(exchange, new Answer(200, "{\"success\":true}"));
            return;
        }
        calls.add(call);
        send(
                exchange,
                scripts.getOrDefault(number, taken -> Answer.accepted(externalId(taken)))
                        .apply(call));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
