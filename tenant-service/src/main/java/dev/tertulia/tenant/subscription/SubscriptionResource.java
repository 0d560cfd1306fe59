package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The subscription of the caller's tenant. */
@Path("/api/v1/subscription")
@Tag(name = "subscription")
public class SubscriptionResource {
    private final SubscriptionService subscriptions;

    SubscriptionResource(SubscriptionService subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @PermissionsAllowed(Permission.USAGE_READ)
    @Operation(operationId = "getSubscription", summary = "The plan, what it allows, and what comes next")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Uni<SubscriptionView> get() {
        return subscriptions.current();
    }

    @POST
    @Path("change")
    @PermissionsAllowed(Permission.SUBSCRIPTION_MANAGE)
    @Operation(
            operationId = "changePlan",
            summary = "Choose another plan, now or when the period ends",
            description = "Now ends a trial. A smaller plan takes nothing away: what there is more of than it allows"
                    + " stays, is named in beyond, and nothing is added to it until there is room. What was scheduled"
                    + " before comes no longer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanChangeRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "smaller, later",
                                            value = "{\"plan\":\"starter\",\"when\":\"period-end\"}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(
            responseCode = "403",
            description = "permission-missing: subscription:manage · plan-not-self-service: arranged with those who run"
                    + " this installation")
    @APIResponse(responseCode = "409", description = "subscription-on-hold: the tenant is suspended")
    @APIResponse(responseCode = "422", description = "validation-failed: no such plan")
    public Uni<SubscriptionView> change(@Valid @NotNull PlanChangeRequest request) {
        return subscriptions.choose(request);
    }

    @POST
    @Path("cancel")
    @PermissionsAllowed(Permission.OWNERSHIP_TRANSFER)
    @Operation(
            operationId = "cancelSubscription",
            summary = "End the subscription with the period",
            description = "The owner's alone. Until then everything goes on; afterwards nobody enters the tenant.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: ownership:transfer")
    public Uni<SubscriptionView> cancel() {
        return subscriptions.cancel();
    }

    @POST
    @Path("keep")
    @PermissionsAllowed(Permission.SUBSCRIPTION_MANAGE)
    @Operation(
            operationId = "keepSubscription",
            summary = "Go on as it is: what was scheduled does not come",
            description = "Where nothing was scheduled nothing happens.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: subscription:manage")
    public Uni<SubscriptionView> keep() {
        return subscriptions.keep();
    }
}
