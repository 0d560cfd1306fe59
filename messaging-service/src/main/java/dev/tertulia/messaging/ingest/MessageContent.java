package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tertulia.messaging.inbound.ContactCard;
import dev.tertulia.messaging.inbound.InboundContent;
import dev.tertulia.messaging.inbound.InboundContext;
import dev.tertulia.messaging.inbound.InboundMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message holds beside its text, in the shape that {@code Message} shows and the column {@code content} keeps. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageContent(
        @Nullable Map<String, Object> location,
        @Nullable List<Map<String, Object>> contacts,
        @Nullable Map<String, Object> interactive,
        @Nullable Map<String, Object> extra) {
    private static final int PREVIEW_LENGTH = 160;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Null for the many messages that are text alone. */
    static @Nullable MessageContent of(InboundMessage message) {
        InboundContent content = message.content();
        Map<String, Object> extra = extra(message);
        if (content.location() == null
                && content.contacts().isEmpty()
                && content.interactive() == null
                && extra.isEmpty()) {
            return null;
        }
        return new MessageContent(
                content.location() == null ? null : object(content.location()),
                content.contacts().isEmpty()
                        ? null
                        : content.contacts().stream()
                                .map(MessageContent::object)
                                .toList(),
                content.interactive() == null ? null : object(content.interactive()),
                extra.isEmpty() ? null : extra);
    }

    private static Map<String, Object> extra(InboundMessage message) {
        InboundContent content = message.content();
        InboundContext context = message.context();
        if (context.equals(InboundContext.NONE)
                && content.order() == null
                && content.unsupportedType() == null
                && content.problem() == null
                && message.errors().isEmpty()
                && message.groupId() == null
                && message.extra() == null) {
            return Map.of();
        }
        Map<String, Object> extra = new LinkedHashMap<>();
        if (context.forwarded()) {
            extra.put("forwarded", true);
        }
        if (context.frequentlyForwarded()) {
            extra.put("frequentlyForwarded", true);
        }
        if (context.referredProduct() != null) {
            extra.put("referredProduct", object(context.referredProduct()));
        }
        if (context.adReferral() != null) {
            extra.put("adReferral", object(context.adReferral()));
        }
        if (content.order() != null) {
            extra.put("order", object(content.order()));
        }
        if (content.unsupportedType() != null) {
            extra.put("unsupportedType", content.unsupportedType());
        }
        if (content.problem() != null) {
            extra.put("problem", content.problem());
        }
        if (!message.errors().isEmpty()) {
            extra.put(
                    "errors",
                    message.errors().stream().map(MessageContent::object).toList());
        }
        if (message.groupId() != null) {
            extra.put("groupId", message.groupId());
        }
        if (message.extra() != null && !message.extra().isEmpty()) {
            extra.put("provider", object(message.extra()));
        }
        return extra;
    }

    private static Map<String, Object> object(Object value) {
        return MAPPER.convertValue(value, OBJECT);
    }

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A message's content cannot be written as JSON", e);
        }
    }

    /** A line for the inbox that needs no language: the text, or a sign for what there is instead. */
    static String preview(InboundContent content) {
        String sign = switch (content.kind()) {
            case TEXT, TEMPLATE -> "";
            case IMAGE -> "📷";
            case AUDIO -> "🎤";
            case VIDEO -> "🎥";
            case DOCUMENT -> "📄";
            case STICKER -> "💟";
            case LOCATION -> "📍";
            case CONTACTS -> "👤";
            case INTERACTIVE -> content.order() != null ? "🛒" : "";
            case UNSUPPORTED -> "⚠";
        };
        String words = firstOf(content);
        String line = (sign + " " + words).strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= PREVIEW_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, PREVIEW_LENGTH - 1)) + "…";
    }

    private static String firstOf(InboundContent content) {
        if (content.text() != null && !content.text().isBlank()) {
            return content.text().length() <= 4 * PREVIEW_LENGTH
                    ? content.text()
                    : content.text().substring(0, 4 * PREVIEW_LENGTH);
        }
        if (!content.attachments().isEmpty() && content.attachments().getFirst().fileName() != null) {
            return content.attachments().getFirst().fileName();
        }
        if (content.location() != null && content.location().name() != null) {
            return content.location().name();
        }
        ContactCard card =
                content.contacts().isEmpty() ? null : content.contacts().getFirst();
        return card == null || card.name() == null ? "" : card.name();
    }
}
