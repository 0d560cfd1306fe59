package dev.tertulia.platform.security;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.tenancy.CurrentTenant;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Makes the caller's tenant the tenant of the request's unit of work, and the caller the one who acts in it. */
class TenantBinding {
    private static final int MAX_USER_AGENT = 300;

    /**
     * Runs after the endpoint's own check, so whoever is to be known is known by now. An endpoint that is open to
     * everyone identifies nobody, and whatever stands in its Authorization header is not looked at.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void bind(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user) {
            Caller.find(user.getSecurityIdentity()).ifPresent(caller -> {
                CurrentActor.bind(acting(caller, request.request()));
                if (caller.tenant() != null) {
                    CurrentTenant.bind(caller.tenant().id());
                }
            });
        }
    }

    /** What an audit entry says of whoever caused it. */
    private static String acting(Caller caller, HttpServerRequest request) {
        JsonObject json = new JsonObject().put("actor", new JsonObject(PassportClaims.write(caller.actor())));
        if (caller.role() != null) {
            json.put("role", caller.role().wireName());
        }
        // Only the gateway sets it: what comes from outside under this name it takes away.
        String address = request.getHeader("X-Forwarded-For");
        if (address != null) {
            json.put("ip", address);
        }
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        if (userAgent != null) {
            String text = userAgent.replace("\0", "");
            json.put("userAgent", text.substring(0, Math.min(text.length(), MAX_USER_AGENT)));
        }
        RequestId.current().ifPresent(id -> json.put("requestId", id));
        return json.encode();
    }
}
