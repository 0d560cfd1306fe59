package dev.tertulia.platform.security;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.ProblemSource;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.VertxException;
import io.vertx.core.json.DecodeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Tells a caller why they were turned away, and tells them apart from those whom nobody could look at. */
@Singleton
class SecurityFailures implements ProblemSource {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MAX_CAUSES = 16;

    @Override
    public Optional<ProblemException> find(Throwable failure) {
        return switch (failure) {
            case ForbiddenException forbidden -> PermissionDenial.last().map(SecurityFailures::problem);
            case AuthenticationFailedException failed when keysWereOutOfReach(failed) -> Optional.of(unverifiable());
            case OIDCException away -> Optional.of(unverifiable());
            default -> Optional.empty();
        };
    }

    private static ProblemException problem(PermissionDenial denial) {
        if (denial.tenantMissing()) {
            return ProblemException.of(
                    SecurityProblem.TENANT_REQUIRED, "Name one of your tenants by its slug in the header X-Tenant.");
        }
        String names = String.join(" or ", denial.permissions());
        return ProblemException.of(SecurityProblem.PERMISSION_MISSING, "This needs the permission " + names + ".")
                .with("permissions", denial.permissions());
    }

    private static ProblemException unverifiable() {
        return ProblemException.of(SecurityProblem.UNVERIFIABLE, "Try again in a moment.")
                .retryAfter(SOON);
    }

    /** The token was not found wanting: the keys to check it with could not be fetched. */
    private static boolean keysWereOutOfReach(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof DecodeException
                    || cause instanceof OIDCException
                    || cause instanceof OidcEndpointAccessException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
