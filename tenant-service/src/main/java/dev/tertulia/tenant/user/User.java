package dev.tertulia.tenant.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the identity provider knows them.
 *
 * @param email in lower case
 * @param emailVerified the provider has made sure that the address is theirs
 * @param platformAdmin as their last sign-in said
 */
public record User(
        UUID id,
        @Nullable String email,
        boolean emailVerified,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String avatarUrl,
        @Nullable String phone,
        boolean platformAdmin) {

    /** The same, as a tenant has it whose own identity provider vouches for the address, and for nothing beyond. */
    public User vouchedFor() {
        return new User(id, email, true, name, givenName, familyName, avatarUrl, phone, false);
    }

    /** The address, if memberships may be found by it. */
    public @Nullable String verifiedEmail() {
        return emailVerified ? email : null;
    }
}
