package dev.tertulia.tenant.subscription;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.plan.PlanMetric;
import dev.tertulia.tenant.tenant.TenantProblem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any tenant's subscription, for those who run the installation: each time in a unit of work of that tenant's own. */
@Path("/api/v1/platform/tenants/{slug}/subscription")
@PermissionsAllowed(Permission.PLATFORM_TENANTS)
@Tag(name = "platform")
public class PlatformSubscriptionResource {
    private final SubscriptionService subscriptions;
    private final MembershipService memberships;
    private final UnitOfWork unitOfWork;

    PlatformSubscriptionResource(
            SubscriptionService subscriptions, MembershipService memberships, UnitOfWork unitOfWork) {
        this.subscriptions = subscriptions;
        this.memberships = memberships;
        this.unitOfWork = unitOfWork;
    }

    @GET
    @Operation(
            operationId = "getSubscriptionOfTenant",
            summary = "A tenant's plan, what it allows, and what comes next")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    public Uni<SubscriptionView> get(String slug) {
        return in(slug, subscriptions::current);
    }

    @POST
    @Path("change")
    @Operation(
            operationId = "changePlanOfTenant",
            summary = "Give a tenant another plan, now or when its period ends",
            description = "Any plan of the catalogue. What there is more of than it allows stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PlanChangeRequest.class),
                            examples = @ExampleObject(name = "now", value = "{\"plan\":\"enterprise\"}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    @APIResponse(responseCode = "422", description = "validation-failed: no such plan")
    public Uni<SubscriptionView> change(String slug, @Valid @NotNull PlanChangeRequest request) {
        return in(slug, () -> subscriptions.change(request));
    }

    @PUT
    @Path("limits/{metric}")
    @Operation(
            operationId = "exceptLimitOfTenant",
            summary = "Allow a tenant more or less of something than its plan does",
            description = "It holds whatever plan comes, until it is taken back.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LimitExceptionRequest.class),
                            examples = {
                                @ExampleObject(name = "thirty", value = "{\"size\":30}"),
                                @ExampleObject(name = "not limited", value = "{}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found · limit-not-found")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<SubscriptionView> except(
            String slug, @Parameter(example = "members") String metric, @Valid @NotNull LimitExceptionRequest request) {
        PlanMetric known = metric(metric);
        return in(slug, () -> subscriptions.except(known, request.size()));
    }

    @DELETE
    @Path("limits/{metric}")
    @Operation(
            operationId = "takeBackExceptionOfTenant",
            summary = "Allow a tenant again what its plan does",
            description = "Where there was no exception nothing happens.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found · limit-not-found")
    public Uni<SubscriptionView> noLongerExcept(String slug, @Parameter(example = "members") String metric) {
        PlanMetric known = metric(metric);
        return in(slug, () -> subscriptions.noLongerExcept(known));
    }

    private static PlanMetric metric(String name) {
        return PlanMetric.find(name).orElseThrow(() -> ProblemException.of(SubscriptionProblem.LIMIT_NOT_FOUND));
    }

    private <T> Uni<T> in(String slug, Supplier<Uni<T>> work) {
        return memberships
                .tenantBySlug(slug)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(TenantProblem.NOT_FOUND))
                .flatMap(tenant -> unitOfWork.as(tenant, work));
    }
}
