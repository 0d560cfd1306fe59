package dev.tertulia.messaging.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template of ours was judged, graded, recategorised or rewritten.
 *
 * @param language as the provider writes it, en_US or en-US
 * @param previous quality or category before
 * @param current status, quality or category now, in the provider's words; null when the components changed
 * @param reason the provider's code; null for none
 * @param details all that the provider says
 */
public record TemplateChanged(
        ProviderAccount account,
        Change change,
        @Nullable String templateId,
        @Nullable String name,
        @Nullable String language,
        @Nullable String category,
        @Nullable String previous,
        @Nullable String current,
        @Nullable String reason,
        @Nullable String reasonText,
        @Nullable Instant providerTime,
        JsonNode details)
        implements InboundItem {

    public enum Change {
        STATUS,
        QUALITY,
        CATEGORY,
        COMPONENTS
    }
}
