package dev.tertulia.gateway.passport;

import dev.tertulia.gateway.call.Problem;

/** What tenant-service said about a credential. That it said nothing is a failure, not an answer. */
public sealed interface PassportAnswer permits Passport, PassportAnswer.Refused {

    /** No passport for this credential, and why. */
    record Refused(Problem problem) implements PassportAnswer {}
}
