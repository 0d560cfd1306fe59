package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.Nullable;

/**
 * What a message stands in relation to.
 *
 * @param replyToExternalId the provider's id of the message it answers, which we may not have
 * @param frequentlyForwarded forwarded many times; implies forwarded
 * @param referredProduct the catalogue item the customer asks about
 * @param adReferral the advertisement the customer came by
 */
public record InboundContext(
        @Nullable String replyToExternalId,
        boolean forwarded,
        boolean frequentlyForwarded,
        @Nullable ReferredProduct referredProduct,
        @Nullable AdReferral adReferral) {

    public static final InboundContext NONE = new InboundContext(null, false, false, null, null);

    public record ReferredProduct(
            @Nullable String catalogId, @Nullable String productRetailerId) {}

    /** @param clickId the provider's id of the click, for attributing what comes of it */
    public record AdReferral(
            @Nullable String sourceType,
            @Nullable String sourceId,
            @Nullable String sourceUrl,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String mediaType,
            @Nullable String imageUrl,
            @Nullable String videoUrl,
            @Nullable String thumbnailUrl,
            @Nullable String clickId) {}
}
