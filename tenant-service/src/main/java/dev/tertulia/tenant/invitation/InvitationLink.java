package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.crypto.RandomTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a mail brings to who is invited.
 *
 * @param token opens the invitation; it stands in that mail alone
 */
record InvitationLink(String token, UUID mailId, Instant sentAt, Instant expiresAt) {
    private static final String KIND = "in";

    static InvitationLink draw(Instant now, Duration validFor) {
        return new InvitationLink(RandomTokens.create(KIND), UuidV7.next(), now, now.plus(validFor));
    }

    /** Whether it can be one of a link. */
    static boolean isToken(String token) {
        return RandomTokens.isWellFormed(KIND, token);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "InvitationLink[" + mailId + "]";
    }
}
