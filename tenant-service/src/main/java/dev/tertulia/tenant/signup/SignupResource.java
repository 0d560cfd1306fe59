package dev.tertulia.tenant.signup;

import dev.tertulia.tenant.tenant.TenantView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Strangers found a tenant. */
@Path("/api/v1/signups")
@PermitAll
@Tag(name = "sign-up")
public class SignupResource {
    private static final String CLIENT = "X-Forwarded-For";

    private final SignupService signups;

    SignupResource(SignupService signups) {
        this.signups = signups;
    }

    @POST
    @SecurityRequirements
    @Operation(
            operationId = "beginSignup",
            summary = "Begin to found a tenant",
            description =
                    "Sends a code to the address. The answer is the same whether or not the address has an account;"
                            + " who has one can found another tenant with it.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StartSignupRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "bakery",
                                            value = "{\"email\":\"ana@panaderialuna.example\",\"name\":\"Ana Luna\","
                                                    + "\"tenantName\":\"Panadería Luna\",\"locale\":\"es-CO\","
                                                    + "\"timezone\":\"America/Bogota\",\"country\":\"CO\"}")))
    @APIResponse(
            responseCode = "202",
            description = "A code is on its way.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignupView.class)))
    @APIResponse(responseCode = "403", description = "signup-closed")
    @APIResponse(responseCode = "409", description = "slug-taken: proposal names one that is free")
    @APIResponse(responseCode = "422", description = "validation-failed; a slug can also be a reserved word")
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: from this network, or from it for this address")
    public Uni<Response> begin(
            @Parameter(hidden = true) @HeaderParam(CLIENT) @Nullable String client,
            @Valid @NotNull StartSignupRequest request) {
        return signups.begin(request, Network.of(client)).map(SignupResource::accepted);
    }

    @POST
    @Path("{id}/resend")
    @SecurityRequirements
    @Operation(
            operationId = "resendSignupCode",
            summary = "Send another code",
            description = "The one before works no longer.")
    @APIResponse(
            responseCode = "202",
            description = "Another code is on its way.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignupView.class)))
    @APIResponse(responseCode = "403", description = "signup-closed")
    @APIResponse(responseCode = "404", description = "signup-not-found: never begun, or a day ago")
    @APIResponse(responseCode = "409", description = "signup-confirmed")
    @APIResponse(responseCode = "429", description = "too-many-requests")
    public Uni<Response> resend(UUID id, @Parameter(hidden = true) @HeaderParam(CLIENT) @Nullable String client) {
        return signups.resend(id, Network.of(client)).map(SignupResource::accepted);
    }

    @POST
    @Path("{id}/confirm")
    @SecurityRequirements
    @Operation(
            operationId = "confirmSignup",
            summary = "Show the code and found the tenant",
            description = "With the owner, who can sign in at once. Sent again, it gives the same tenant. A code can be"
                    + " tried five times within ten minutes.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConfirmSignupRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "code",
                                            value = "{\"code\":\"4821 7730\","
                                                    + "\"password\":\"correct horse battery staple\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The tenant.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "403", description = "signup-closed")
    @APIResponse(responseCode = "404", description = "signup-not-found")
    @APIResponse(
            responseCode = "409",
            description = "code-expired · slug-taken: send it again with another slug, the code still works")
    @APIResponse(
            responseCode = "422",
            description = "code-wrong: triesLeft says how many are left · password-refused · validation-failed")
    public Uni<Response> confirm(UUID id, @Valid @NotNull ConfirmSignupRequest request) {
        return signups.confirm(id, request)
                .map(tenant -> Response.created(URI.create("/api/v1/tenant"))
                        .entity(tenant)
                        .build());
    }

    private static Response accepted(SignupView signup) {
        return Response.accepted(signup).build();
    }
}
