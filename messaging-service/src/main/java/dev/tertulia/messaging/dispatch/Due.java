package dev.tertulia.messaging.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message whose turn it is, with all that sending it asks for.
 *
 * @param channelVersion of the channel as it was when its turn came
 * @param lanePauses how often in a row the provider asked the channel to slow down
 * @param attempt counts the calls to the provider, this one included
 * @param failures how often the provider failed on it before
 * @param queuedAt when it was accepted
 * @param messageStatus null for a reaction, which is no message of its own
 */
record Due(
        UUID tenantId,
        UUID channelId,
        int channelVersion,
        int lanePauses,
        UUID messageId,
        UUID conversationId,
        int attempt,
        int failures,
        QueuedContent content,
        Instant queuedAt,
        @Nullable Instant replyWindowEndsAt,
        boolean blocked,
        @Nullable String messageStatus,
        String address,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String replyToExternalId,
        @Nullable String providerMediaId) {

    boolean isReaction() {
        return content.reaction() != null;
    }
}
