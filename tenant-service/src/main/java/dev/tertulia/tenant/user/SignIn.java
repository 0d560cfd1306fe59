package dev.tertulia.tenant.user;

import org.jspecify.annotations.Nullable;

/**
 * What the identity provider says of somebody who has signed in.
 *
 * @param email in lower case
 */
public record SignIn(
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String avatarUrl,
        @Nullable String phone,
        boolean platformAdmin) {}
