package dev.tertulia.contracts.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** On {@code channel.connected} and {@code channel.failed}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelChanged(
        UUID channelId,
        String type,
        String name,
        String status,
        @Nullable String error) {}
