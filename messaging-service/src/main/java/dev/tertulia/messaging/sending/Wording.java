package dev.tertulia.messaging.sending;

import dev.tertulia.messaging.channel.whatsapp.WhatsAppLimits;
import dev.tertulia.messaging.dispatch.QueuedContent;
import dev.tertulia.messaging.outbound.ContentViolation;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said, checked: as the queue takes it and as the message's row keeps it.
 *
 * @param text as people read it: also the words of buttons
 * @param content of the row: the parts that are no text
 * @param preview a line for the inbox
 */
record Wording(
        QueuedContent queued,
        @Nullable String text,
        @Nullable JsonObject content,
        String preview) {
    private static final int MAX_CONTENT_LENGTH = 64 * 1024;
    private static final int PREVIEW_LENGTH = 160;

    /** A file that was looked up for the message. */
    record File(
            UUID id,
            String kind,
            @Nullable String contentType,
            @Nullable String fileName,
            long sizeBytes) {}

    /**
     * Fails with a 422 that says for each field what to do.
     *
     * @param reaction where it is one: its message was looked up before
     */
    static Wording of(SendMessageRequest request, @Nullable File file, QueuedContent.@Nullable Reaction reaction) {
        requirePart(request, file);
        QueuedContent queued = new QueuedContent(
                request.kind(),
                blankToNull(request.text()),
                file == null
                        ? null
                        : new QueuedContent.File(file.id(), file.fileName(), Boolean.TRUE.equals(request.voice())),
                template(request),
                only(request, "interactive", request.interactive()),
                location(request),
                only(request, "contacts", request.contacts()),
                reaction);
        requireTakenByWhatsApp(queued);
        return of(queued);
    }

    static Wording of(QueuedContent queued) {
        JsonObject content = content(queued);
        if (content != null && content.encode().length() > MAX_CONTENT_LENGTH) {
            throw ProblemException.invalid(queued.kind(), "Make this shorter: it is more than 64 KiB");
        }
        String text = text(queued);
        return new Wording(queued, text, content, preview(queued, text));
    }

    /** The same, as the customer will see the template that it is. */
    Wording shownAs(JsonObject rendered) {
        JsonObject shown = content == null ? new JsonObject() : content.copy();
        shown.getJsonObject("template").put("rendered", rendered);
        String body = rendered.getString("body");
        return new Wording(queued, body, shown, preview(queued, body));
    }

    private static void requirePart(SendMessageRequest request, @Nullable File file) {
        String kind = request.kind();
        switch (kind) {
            case "text" -> require(request.text(), "text");
            case "template" -> require(request.template(), "template");
            case "interactive" -> require(request.interactive(), "interactive");
            case "location" -> require(request.location(), "location");
            case "contacts" -> require(request.contacts(), "contacts");
            case "reaction" -> require(request.targetId(), "targetId");
            default -> require(file, "attachmentIds");
        }
        if (file != null && !file.kind().equals(kind)) {
            throw ProblemException.invalid("kind", "Send this file as " + file.kind());
        }
    }

    private static void require(@Nullable Object part, String field) {
        if (part == null) {
            throw ProblemException.invalid(field, "Fill this in: this kind of message is nothing without it");
        }
    }

    private static void requireTakenByWhatsApp(QueuedContent queued) {
        List<FieldError> errors = new ArrayList<>();
        for (ContentViolation violation : WhatsAppLimits.check(queued.outbound())) {
            errors.add(new FieldError(violation.field(), violation.message()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
    }

    private static <T> @Nullable T only(SendMessageRequest request, String kind, @Nullable T part) {
        return request.kind().equals(kind) ? part : null;
    }

    private static QueuedContent.@Nullable Template template(SendMessageRequest request) {
        SendMessageRequest.TemplateRequest template = only(request, "template", request.template());
        return template == null
                ? null
                : new QueuedContent.Template(template.name(), template.language(), template.components());
    }

    private static QueuedContent.@Nullable Location location(SendMessageRequest request) {
        SendMessageRequest.LocationRequest place = only(request, "location", request.location());
        return place == null
                ? null
                : new QueuedContent.Location(place.latitude(), place.longitude(), place.name(), place.address());
    }

    private static @Nullable JsonObject content(QueuedContent queued) {
        JsonObject content = new JsonObject();
        JsonObject all = new JsonObject(EventJson.write(queued));
        for (String part : List.of("template", "interactive", "location", "contacts")) {
            if (all.containsKey(part)) {
                content.put(part, all.getValue(part));
            }
        }
        return content.isEmpty() ? null : content;
    }

    private static @Nullable String text(QueuedContent queued) {
        if (queued.interactive() != null) {
            String words = queued.interactive().path("body").path("text").asText("");
            return words.isBlank() ? null : words;
        }
        return queued.text();
    }

    private static String preview(QueuedContent queued, @Nullable String text) {
        String sign = switch (queued.kind()) {
            case "image" -> "📷";
            case "audio" -> "🎤";
            case "video" -> "🎥";
            case "document" -> "📄";
            case "sticker" -> "💟";
            case "location" -> "📍";
            case "contacts" -> "👤";
            default -> "";
        };
        String line = (sign + " " + firstOf(queued, text)).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= PREVIEW_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW_LENGTH - 1)) + "…";
    }

    private static String firstOf(QueuedContent queued, @Nullable String text) {
        if (text != null) {
            return text;
        }
        if (queued.template() != null) {
            return queued.template().name();
        }
        if (queued.file() != null && queued.file().fileName() != null) {
            return queued.file().fileName();
        }
        if (queued.location() != null && queued.location().name() != null) {
            return queued.location().name();
        }
        return queued.contacts() == null || queued.contacts().isEmpty()
                ? ""
                : queued.contacts().get(0).path("name").path("formatted_name").asText("");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
