package dev.tertulia.tenant.passport;

import dev.tertulia.tenant.user.SignIn;
import org.jspecify.annotations.Nullable;

/**
 * What an access token says: who it is, and how they showed it.
 *
 * @param addressAtProvider what the identity provider that they came by calls their address, in lower case; null where they
 *     came by none, or it does not say
 */
record VerifiedToken(
        SignIn signIn, Assurance assurance, @Nullable String addressAtProvider) {}
