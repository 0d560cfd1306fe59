package dev.tertulia.tenant.identity.reconciliation;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether Keycloak is as we left it, for those who run the installation. */
@Path("/api/v1/platform/identity-reconciliations")
@PermissionsAllowed(Permission.PLATFORM_TENANTS)
@Tag(name = "platform")
public class ReconciliationResource {
    private final ReconciliationService service;

    ReconciliationResource(ReconciliationService service) {
        this.service = service;
    }

    @POST
    @Operation(
            operationId = "reconcileIdentity",
            summary = "Compare Keycloak with what it is to be, and mend it",
            description =
                    "Finds settings, sign-in steps, clients, and tenants' organizations and identity providers that"
                            + " were changed or lost, what nobody of us made, and accounts that are gone, disabled or have"
                            + " another address. With repair, what is ours is set right again; nothing is taken away from"
                            + " people. People are looked at 500 at a time: go on with nextAfter.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReconciliationRequest.class),
                            examples = @ExampleObject(name = "look", value = "{\"repair\":false}")))
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Reconciliation.class),
                            examples = @ExampleObject(name = "drift", value = """
                                {"findings":[{"kind":"realm-setting","subject":"bruteForceProtected","expected":"true",\
                                "found":"false","repairable":true,"repaired":false}],"peopleExamined":212}\
                                """)))
    @APIResponse(responseCode = "403", description = "permission-missing: platform:tenants")
    @APIResponse(responseCode = "409", description = "identity-provider-not-ours · reconciliation-under-way")
    @APIResponse(responseCode = "503", description = "identity-provider-away")
    public Uni<Reconciliation> reconcile(@Valid @NotNull ReconciliationRequest request) {
        return service.reconcile(request.repair(), request.after());
    }
}
