package dev.tertulia.tenant.feature;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The features of the caller's tenant. */
@Path("/api/v1/features")
@Tag(name = "features")
public class FeatureResource {
    private final FeatureService features;

    FeatureResource(FeatureService features) {
        this.features = features;
    }

    @GET
    @PermissionsAllowed(Permission.TENANT_READ)
    @Operation(operationId = "listFeatures", summary = "All features, and which of them are on")
    @APIResponse(responseCode = "200", description = "All of them.")
    public Uni<Page<FeatureView>> list() {
        return features.all().map(Page::last);
    }

    @PUT
    @Path("{code}")
    @PermissionsAllowed(Permission.FEATURES_MANAGE)
    @Operation(
            operationId = "switchFeature",
            summary = "Switch a feature on or off",
            description = "It holds within a minute, for open sockets too. A call to what is off is a 403 feature-off."
                    + " What the feature has kept stays for when it is on again.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SwitchRequest.class),
                            examples = @ExampleObject(name = "on", value = "{\"enabled\":true}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FeatureView.class)))
    @APIResponse(
            responseCode = "403",
            description = "permission-missing: features:manage · feature-not-in-plan: plans names those that have it")
    @APIResponse(responseCode = "404", description = "feature-not-found")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<FeatureView> turn(@Parameter(example = "campaigns") String code, @Valid @NotNull SwitchRequest request) {
        return features.turn(code, request.enabled());
    }
}
