package dev.tertulia.platform.security;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.tenancy.CurrentTenant;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Makes the caller's tenant the tenant of the request's unit of work, and the caller the one who acts in it. */
class TenantBinding {
    /**
     * Runs after the endpoint's own check, so whoever is to be known is known by now. An endpoint that is open to
     * everyone identifies nobody, and whatever stands in its Authorization header is not looked at.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void bind(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user) {
            Caller.find(user.getSecurityIdentity()).ifPresent(caller -> {
                CurrentActor.bind(RequestActor.acting(caller.actor(), caller.role(), request.request()));
                if (caller.tenant() != null) {
                    CurrentTenant.bind(caller.tenant().id());
                }
            });
        }
    }
}
