package dev.tertulia.platform.security;

import dev.tertulia.platform.tenancy.CurrentTenant;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** An endpoint of each kind that a service can have. */
@Path("/guarded")
public class GuardedResource {
    private final CurrentCaller caller;

    GuardedResource(CurrentCaller caller) {
        this.caller = caller;
    }

    @GET
    @Path("open")
    @PermitAll
    public Uni<String> open() {
        return Uni.createFrom().item(CurrentTenant.current().map(UUID::toString).orElse("nobody's"));
    }

    @GET
    @Path("forgotten")
    public Uni<String> forgotten() {
        return Uni.createFrom().item("open to all by mistake");
    }

    @GET
    @Path("caller")
    @Authenticated
    public Uni<Caller> caller() {
        return Uni.createFrom().item(caller::get);
    }

    @GET
    @Path("tenant")
    @PermissionsAllowed(Permission.TENANT_READ)
    public Uni<String> tenant() {
        return Uni.createFrom().item(CurrentTenant.required().toString());
    }

    @GET
    @Path("blocking")
    @PermissionsAllowed(Permission.TENANT_READ)
    public String blocking() {
        return CurrentTenant.required().toString();
    }

    @GET
    @Path("members")
    @PermissionsAllowed({Permission.MEMBERS_MANAGE, Permission.MEMBERS_MANAGE_AGENTS})
    public Uni<String> members() {
        return Uni.createFrom().item("managed");
    }

    @GET
    @Path("platform")
    @PermissionsAllowed(Permission.PLATFORM_TENANTS)
    public Uni<String> platform() {
        return Uni.createFrom().item("all tenants");
    }
}
