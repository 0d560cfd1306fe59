package dev.tertulia.messaging.sending;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is about to be accepted.
 *
 * @param replyToExternalId what it answers, as the provider knows it
 * @param retryOf the message that it says once more
 */
record Draft(
        Wording wording,
        @Nullable String replyToExternalId,
        @Nullable UUID retryOf) {
    private static final String EXTRA = "extra";

    Draft shownAs(JsonObject renderedTemplate) {
        return new Draft(wording.shownAs(renderedTemplate), replyToExternalId, retryOf);
    }

    /** What the message's row keeps beside its text. */
    @Nullable
    JsonObject content() {
        JsonObject content = wording.content();
        if (retryOf == null) {
            return content;
        }
        JsonObject marked = content == null ? new JsonObject() : content.copy();
        return marked.put(EXTRA, new JsonObject().put("retryOf", retryOf.toString()));
    }
}
