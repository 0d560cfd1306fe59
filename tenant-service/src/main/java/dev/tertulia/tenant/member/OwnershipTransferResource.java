package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.CurrentCaller;
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

/** How a tenant comes to another owner. */
@Path("/api/v1/ownership-transfers")
@Tag(name = "members")
public class OwnershipTransferResource {
    private final OwnershipService ownership;
    private final CurrentCaller caller;

    OwnershipTransferResource(OwnershipService ownership, CurrentCaller caller) {
        this.ownership = ownership;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(Permission.OWNERSHIP_TRANSFER)
    @Operation(
            operationId = "transferOwnership",
            summary = "Hand the tenant over to another member",
            description =
                    "At once; the owner stays as an admin. Only the owner does it, or a platform administrator who"
                            + " names the tenant in X-Tenant, where the owner is gone. Handing it to its owner changes nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnershipTransferRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "hand over",
                                            value = "{\"memberId\":\"0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60\"}")))
    @APIResponse(
            responseCode = "200",
            description = "Who owns it now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwnershipTransferResponse.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: ownership:transfer · not-the-owner")
    @APIResponse(responseCode = "409", description = "conflict: it was handed over at the same time")
    @APIResponse(
            responseCode = "422",
            description = "validation-failed: not an active member of the tenant who has signed in")
    public Uni<OwnershipTransferResponse> transfer(@Valid @NotNull OwnershipTransferRequest request) {
        return ownership.transfer(caller.get(), request.memberId());
    }
}
