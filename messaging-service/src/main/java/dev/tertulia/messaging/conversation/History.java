package dev.tertulia.messaging.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.contracts.messaging.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what was said, newest first.
 *
 * @param nextCursor what to send as {@code after} for what was said before it; absent where nothing was
 * @param previousCursor what to send as {@code before} for what was said after it; absent where nothing was, and for parts
 *     that were not asked for from the middle
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record History(
        List<Message> items,
        @Nullable String nextCursor,
        @Nullable String previousCursor) {}
