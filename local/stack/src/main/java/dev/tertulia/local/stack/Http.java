package dev.tertulia.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, as one caller. */
final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final @Nullable String token;

    Http(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** What came back; its body is {@code missing} where there was none. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status / 100 == 2;
        }
    }

    Http as(String token) {
        return new Http(base, token);
    }

    /** Fails with {@link StackException} unless the status is a 2xx or one of those. */
    Answer call(String method, String path, @Nullable JsonNode body, Integer... alsoFine) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        Answer answer = send(request.build());
        if (!answer.isOk() && !Set.of(alsoFine).contains(answer.status())) {
            throw new StackException(
                    "%s %s%s answered %d%s".formatted(method, base, path, answer.status(), problem(answer.body())));
        }
        return answer;
    }

    /** By the password grant, as a developer's curl does. */
    String token(String path, String client, String user, String password) {
        var form = Map.of("grant_type", "password", "client_id", client, "username", user, "password", password);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (!answer.isOk()) {
            throw new StackException(
                    "Keycloak does not sign in %s: %d%s".formatted(user, answer.status(), problem(answer.body())));
        }
        return answer.body().path("access_token").asText();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            boolean json = text.startsWith("{") || text.startsWith("[");
            return new Answer(response.statusCode(), Json.parse(json ? text : "{}"));
        } catch (IOException e) {
            throw new StackException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + request.uri(), e);
        }
    }

    private static String problem(JsonNode body) {
        String detail =
                body.path("detail").asText(body.path("error_description").asText(""));
        String errors = body.has("errors") ? " " + body.get("errors") : "";
        return detail.isEmpty() && errors.isEmpty() ? "" : ": " + detail + errors;
    }
}
