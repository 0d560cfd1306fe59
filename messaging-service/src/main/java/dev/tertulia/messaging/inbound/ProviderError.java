package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.Nullable;

/** What a provider says went wrong. The code is the provider's, as text: numbers with Meta. */
public record ProviderError(
        @Nullable String code,
        @Nullable String title,
        @Nullable String details) {}
