package dev.tertulia.tenant.plan;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Page;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plans there are. */
@Path("/api/v1/plans")
@Tag(name = "subscription")
public class PlanResource {
    private final PlanCatalogue catalogue;

    PlanResource(PlanCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @PermissionsAllowed(Permission.TENANT_READ)
    @Operation(operationId = "listPlans", summary = "The plans, from the smallest to the largest")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Page<PlanView> list() {
        return Page.last(catalogue.all().stream().map(PlanView::from).toList());
    }
}
