package dev.tertulia.messaging.conversation;

import java.util.Locale;
import java.util.Optional;

/** How a conversation stands. */
enum ConversationStatus {
    OPEN,
    PENDING,
    SNOOZED,
    RESOLVED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    String wireName() {
        return wireName;
    }

    static Optional<ConversationStatus> ofWireName(String wireName) {
        for (ConversationStatus status : values()) {
            if (status.wireName.equals(wireName)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
