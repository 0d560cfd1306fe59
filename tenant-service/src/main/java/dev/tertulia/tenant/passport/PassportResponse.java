package dev.tertulia.tenant.passport;

import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passport with what it says, for whoever cannot read it. */
record PassportResponse(
        String passport,
        Instant expiresAt,
        @Nullable UUID tenantId,
        Actor actor,
        @Nullable Role role,
        SortedSet<String> permissions) {

    static PassportResponse from(Passport passport) {
        return new PassportResponse(
                passport.token(),
                passport.expiresAt(),
                Optional.ofNullable(passport.caller().tenant())
                        .map(CallerTenant::id)
                        .orElse(null),
                passport.caller().actor(),
                passport.caller().role(),
                new TreeSet<>(passport.caller().permissions()));
    }

    /** Without the passport. */
    @Override
    public String toString() {
        return "PassportResponse[" + actor.id() + "]";
    }
}
