package dev.tertulia.platform.security;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint of a feature. */
@Path("/campaigns")
@RequiresFeature(Feature.CAMPAIGNS)
public class FeatureResource {
    @GET
    @PermissionsAllowed(Permission.TENANT_READ)
    public Uni<String> get() {
        return Uni.createFrom().item("campaigns");
    }
}
