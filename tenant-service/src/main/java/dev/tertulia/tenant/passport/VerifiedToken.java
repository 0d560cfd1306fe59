package dev.tertulia.tenant.passport;

import dev.tertulia.tenant.user.SignIn;

/** What an access token says: who it is, and how they showed it. */
record VerifiedToken(SignIn signIn, Assurance assurance) {}
