package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Failed;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.HoldChannel;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.RetryLater;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Scope;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Sent;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges answers of the Graph API. Meta's error code decides and not the HTTP status, which comes in several for one
 * code. Only what surely was not sent is to be tried again.
 */
public final class GraphAnswerReader {

    private static final int MEDIA_UPLOAD = 131053;
    private static final int INVALID_PARAMETER = 100;
    private static final String OBJECT_NOT_FOUND = "33";

    /** Meta fetches files that we give as links. When the host of the file was busy, it may not be the next time. */
    private static final Pattern PASSING_DOWNLOAD =
            Pattern.compile("http code (?:408|429|5\\d\\d)\\b|timed? ?out", Pattern.CASE_INSENSITIVE);

    private static final Pattern CODE_BEFORE_TITLE = Pattern.compile("^\\(#\\d+\\)\\s*");

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final ObjectMapper json;

    public GraphAnswerReader(ObjectMapper json) {
        this.json = json;
    }

    /** Never throws. @param headers the answer's headers by name in any case; null for one that is not there */
    public GraphAnswer read(int status, byte[] body, Function<String, @Nullable String> headers) {
        ObjectNode answer = object(body);
        ObjectNode error = WireJson.object(answer, "error");
        if (error != null && !error.isEmpty()) {
            return judge(status, error, headers);
        }
        return status >= 200 && status < 300 ? accepted(answer) : withoutError(status, headers);
    }

    private @Nullable ObjectNode object(byte[] body) {
        try {
            return json.readTree(body) instanceof ObjectNode object ? object : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static GraphAnswer accepted(@Nullable ObjectNode answer) {
        if (answer == null) {
            return new Unknown("the answer says accepted but is not the provider's", null);
        }
        List<String> externalIds = new ArrayList<>();
        String messageStatus = null;
        for (JsonNode message : WireJson.list(answer, "messages")) {
            String id = WireJson.id(message, "id");
            if (id != null) {
                externalIds.add(id);
            }
            messageStatus = WireJson.id(message, "message_status");
        }
        List<JsonNode> contacts = WireJson.list(answer, "contacts");
        JsonNode contact = contacts.isEmpty() ? null : contacts.getFirst();
        return new Sent(
                List.copyOf(externalIds),
                WireJson.id(contact, "wa_id"),
                WireJson.id(contact, "user_id"),
                "accepted".equals(messageStatus) ? null : messageStatus);
    }

    private GraphAnswer withoutError(int status, Function<String, @Nullable String> headers) {
        GraphError error = new GraphError(null, null, "HTTP status " + status + " without a usable error", null);
        if (status == 429) {
            return new RetryLater("rate limited", retryAfter(headers), Scope.CHANNEL, error);
        }
        if (status == 401) {
            return new HoldChannel(error, "Enter a new access token: the present one is not accepted");
        }
        // The request may have been carried out behind a gateway that lost the answer.
        if (status >= 500 || status == 408 || status < 200) {
            return new Unknown("HTTP status " + status + " without a usable error", error);
        }
        return new Failed(error, "The provider refused the message and did not say why");
    }

    private GraphAnswer judge(int status, ObjectNode node, Function<String, @Nullable String> headers) {
        GraphError error = error(node);
        Long code = WireJson.wholeNumber(node, "code");
        if (code == null) {
            return unlisted(status, node, error, headers);
        }
        GraphVerdict verdict = code == (int) (long) code ? GraphVerdict.of((int) (long) code) : null;
        if (code == MEDIA_UPLOAD
                && error.details() != null
                && PASSING_DOWNLOAD.matcher(error.details()).find()) {
            return new RetryLater("the file could not be fetched for the moment", null, Scope.MESSAGE, error);
        }
        if (code == INVALID_PARAMETER && OBJECT_NOT_FOUND.equals(error.subcode())) {
            return new HoldChannel(error, "Check the phone number id and that the access token may use it");
        }
        return switch (verdict) {
            case GraphVerdict.Retry retry -> {
                Duration told = retryAfter(headers);
                yield new RetryLater(retry.reason(), told != null ? told : retry.after(), retry.scope(), error);
            }
            case GraphVerdict.Hold hold -> new HoldChannel(error, hold.advice());
            case GraphVerdict.Fail fail -> new Failed(error, fail.advice());
            case null -> unlisted(status, node, error, headers);
        };
    }

    private GraphAnswer unlisted(
            int status, ObjectNode node, GraphError error, Function<String, @Nullable String> headers) {
        if (WireJson.isTrue(node, "is_transient")) {
            return new RetryLater("the provider failed for a moment", null, Scope.MESSAGE, error);
        }
        if (status == 429) {
            return new RetryLater("rate limited", retryAfter(headers), Scope.CHANNEL, error);
        }
        return status >= 500
                ? new Unknown("HTTP status " + status + " with an error that is not documented", error)
                : new Failed(error, GraphVerdict.GENERIC_ADVICE);
    }

    private static GraphError error(ObjectNode node) {
        String title = WireJson.words(node, "title");
        if (title == null) {
            title = WireJson.words(node, "message");
        }
        String details = WireJson.words(WireJson.object(node, "error_data"), "details");
        return new GraphError(
                WireJson.id(node, "code"),
                WireJson.id(node, "error_subcode"),
                title == null ? null : CODE_BEFORE_TITLE.matcher(title).replaceFirst(""),
                details != null ? details : WireJson.words(node, "error_user_msg"));
    }

    /** In seconds; or Meta's own header for business accounts, which has minutes inside of JSON. */
    private @Nullable Duration retryAfter(Function<String, @Nullable String> headers) {
        String seconds = headers.apply("Retry-After");
        if (seconds != null && seconds.strip().matches("[0-9]{1,9}")) {
            return shortened(Duration.ofSeconds(Long.parseLong(seconds.strip())));
        }
        String usage = headers.apply("X-Business-Use-Case-Usage");
        if (usage == null) {
            return null;
        }
        long minutes = 0;
        for (JsonNode uses : orEmpty(object(usage.getBytes(StandardCharsets.UTF_8)))) {
            for (JsonNode use : uses) {
                Long regained = WireJson.wholeNumber(use, "estimated_time_to_regain_access");
                minutes = Math.max(minutes, regained == null ? 0 : Math.min(regained, LONGEST_WAIT.toMinutes()));
            }
        }
        return minutes == 0 ? null : shortened(Duration.ofMinutes(minutes));
    }

    private static Iterable<JsonNode> orEmpty(@Nullable JsonNode node) {
        return node == null ? List.of() : node;
    }

    private static Duration shortened(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
