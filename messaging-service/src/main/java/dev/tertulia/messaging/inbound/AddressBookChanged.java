package dev.tertulia.messaging.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The address book of the phone that shares our number changed: action "add" (also for a new name) or "remove". */
public record AddressBookChanged(
        ProviderAccount account,
        InboundParty contact,
        String action,
        @Nullable Instant providerTime) implements InboundItem {}
