package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.Nullable;

/**
 * Which of our accounts a payload says it is for. Any part may be missing, and none is proof: the signed URL decides.
 *
 * @param phoneNumberId the provider's id of our number
 * @param displayPhoneNumber our number as the provider writes it, with or without blanks and plus
 * @param wabaId the WhatsApp business account
 */
public record ProviderAccount(
        @Nullable String phoneNumberId,
        @Nullable String displayPhoneNumber,
        @Nullable String wabaId) {

    public static final ProviderAccount UNKNOWN = new ProviderAccount(null, null, null);
}
