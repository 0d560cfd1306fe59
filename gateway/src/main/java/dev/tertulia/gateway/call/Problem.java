package dev.tertulia.gateway.call;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer as RFC 9457 has it.
 *
 * @param detail what the caller can do about it
 * @param headers that go with it, such as {@code Retry-After}
 * @param members beside the usual ones, such as the name of a feature that is off
 */
public record Problem(
        String code,
        int status,
        String title,
        @Nullable String detail,
        Map<String, String> headers,
        Map<String, String> members) {

    public Problem(String code, int status, String title, @Nullable String detail) {
        this(code, status, title, detail, Map.of(), Map.of());
    }

    public static Problem of(GatewayProblem problem, @Nullable String detail) {
        return new Problem(problem.code(), problem.status(), problem.title(), detail);
    }

    /** Not at the moment; worth another try after the given time, in whole seconds and at least one. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return of(GatewayProblem.UNAVAILABLE, detail).with("Retry-After", seconds(retryAfter));
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(code, status, title, detail, Map.copyOf(more), members);
    }

    /** The same problem, which also names this. */
    public Problem about(String member, String value) {
        return new Problem(code, status, title, detail, headers, Map.of(member, value));
    }

    /** Rounded up, as {@code Retry-After} and its like want it. */
    public static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusNanos(999_999_999).toSeconds()));
    }

    /**
     * @param traceId the id of the request, by which operators find its log lines
     */
    public String toJson(String traceId) {
        JsonObject json = new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status);
        if (detail != null) {
            json.put("detail", detail);
        }
        members.forEach(json::put);
        return json.put("traceId", traceId).encode();
    }
}
