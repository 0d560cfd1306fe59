package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** The kinds of message the product tells apart; on the wire and in the database in lower case. */
public enum MessageKind {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    TEMPLATE,
    INTERACTIVE,
    UNSUPPORTED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether such a message is a file with perhaps a caption. */
    public boolean isMedia() {
        return switch (this) {
            case IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER -> true;
            case TEXT, LOCATION, CONTACTS, TEMPLATE, INTERACTIVE, UNSUPPORTED -> false;
        };
    }

    public static Optional<MessageKind> ofWireName(String wireName) {
        for (MessageKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    @JsonCreator
    static MessageKind required(String wireName) {
        return ofWireName(wireName).orElseThrow(() -> new IllegalArgumentException("Not a kind of message"));
    }
}
