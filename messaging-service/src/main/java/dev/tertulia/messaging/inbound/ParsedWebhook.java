package dev.tertulia.messaging.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook, taken apart.
 *
 * @param items in the order of the payload, which is the order to apply them in
 * @param problem why there are no items; null when the webhook could be read
 */
public record ParsedWebhook(
        List<InboundItem> items, @Nullable InboundProblem problem) {

    public static ParsedWebhook of(List<InboundItem> items) {
        return new ParsedWebhook(List.copyOf(items), null);
    }

    public static ParsedWebhook unreadable(InboundProblem.Reason reason, String detail) {
        return new ParsedWebhook(List.of(), new InboundProblem(reason, detail));
    }
}
