package dev.tertulia.tenant.signin;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller's tenant demands of how its people sign in. */
@Path("/api/v1/identity-provider/policy")
@Tag(name = "sign-in")
public class SignInPolicyResource {
    private final SignInPolicyService policies;

    SignInPolicyResource(SignInPolicyService policies) {
        this.policies = policies;
    }

    @GET
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(operationId = "getSignInPolicy", summary = "What the tenant demands of a sign-in")
    @APIResponse(
            responseCode = "200",
            description = "As it is; nothing is demanded until it is set.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignInPolicy.class)))
    public Uni<SignInPolicy> get() {
        return policies.current();
    }

    @PUT
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "setSignInPolicy",
            summary = "Demand a second factor of the tenant's people, or no longer",
            description = "Within a minute whoever has signed in without one is refused with second-factor-required,"
                    + " also the caller. Whoever has none is led through setting one up at their next sign-in, and"
                    + " signs in with it from then on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SignInPolicy.class),
                            examples = @ExampleObject(name = "demand", value = "{\"secondFactorRequired\":true}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignInPolicy.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<SignInPolicy> set(@Valid @NotNull SignInPolicy wanted) {
        return policies.set(Objects.requireNonNull(wanted.secondFactorRequired()));
    }
}
