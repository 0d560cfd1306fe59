package dev.tertulia.platform.web.app;

import dev.tertulia.platform.tenancy.CurrentTenant;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands in for passports. */
class TenantFromHeader {
    @ServerRequestFilter
    public void bind(ContainerRequestContext request) {
        String tenant = request.getHeaderString("X-Test-Tenant");
        if (tenant != null) {
            CurrentTenant.bind(UUID.fromString(tenant));
        }
    }
}
