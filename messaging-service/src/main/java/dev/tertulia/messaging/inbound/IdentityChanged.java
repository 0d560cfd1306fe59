package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer is now reached, or known, otherwise.
 *
 * @param customer as they were before, with the new address not yet in it; null when the payload does not say who
 * @param oldAddress number or user id; null when not said
 * @param newAddress number or user id; null when only the keys of the customer's device changed
 * @param newUserId the new user id, also when the number changed
 * @param text how the provider puts it in words
 */
public record IdentityChanged(
        ProviderAccount account,
        @Nullable String externalId,
        Change change,
        String providerChange,
        @Nullable InboundParty customer,
        @Nullable String oldAddress,
        @Nullable String newAddress,
        @Nullable String newUserId,
        @Nullable String text,
        @Nullable Instant providerTime)
        implements InboundItem {

    public enum Change {
        NUMBER,
        USER_ID,
        DEVICE_KEYS
    }
}
