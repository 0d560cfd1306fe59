package dev.tertulia.platform.security;

import dev.tertulia.platform.tenancy.CurrentTenant;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Makes the caller's tenant the tenant of the request's unit of work. */
class TenantBinding {

    /**
     * Runs after the endpoint's own check, so whoever is to be known is known by now. An endpoint that is open to
     * everyone identifies nobody, and whatever stands in its Authorization header is not looked at.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void bind(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user) {
            Caller.find(user.getSecurityIdentity())
                    .map(Caller::tenant)
                    .map(CallerTenant::id)
                    .ifPresent(CurrentTenant::bind);
        }
    }
}
