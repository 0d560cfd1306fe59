package dev.tertulia.gateway.passport;

import dev.tertulia.gateway.call.Problem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tenant-service gave no answer that could be used, so nobody can be known at the moment. */
public final class AuthorityAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AuthorityAwayException(String message, @Nullable Throwable cause) {
        // Made for each call while tenant-service is away; where it was made says nothing.
        super(message, cause, false, false);
    }

    /** What the caller is told. */
    public static Problem problem() {
        return Problem.unavailable("Who is calling cannot be checked at the moment. Try again.", Duration.ofSeconds(1));
    }
}
