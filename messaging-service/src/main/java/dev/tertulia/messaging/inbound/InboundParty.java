package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.Nullable;

/**
 * Somebody outside, as the provider knows them.
 *
 * @param address the provider's own address, kept as it came for answering: a wa_id, else a business-scoped user id
 * @param phone {@code +} and digits when the address is a number; not checked against any numbering plan
 * @param userId the provider's user id, there even when the number is hidden
 * @param parentUserId the user id that several linked businesses share
 * @param username the handle the person chose
 * @param name the name the person shows
 */
public record InboundParty(
        String address,
        @Nullable String phone,
        @Nullable String userId,
        @Nullable String parentUserId,
        @Nullable String username,
        @Nullable String name) {}
