package dev.tertulia.tenant.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user by what the identity provider calls them.
 *
 * @param email as their last sign-in said
 */
public record KnownSubject(
        UUID userId, String subject, @Nullable String email, boolean emailVerified) {}
