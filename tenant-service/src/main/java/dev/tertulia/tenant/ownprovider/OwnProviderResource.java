package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The identity provider that the tenant brings. */
@Path("/api/v1/identity-provider")
@Tag(name = "sign-in")
public class OwnProviderResource {
    private final OwnProviderService providers;

    OwnProviderResource(OwnProviderService providers) {
        this.providers = providers;
    }

    @GET
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "getIdentityProvider",
            summary = "The tenant's own identity provider, and whether it works yet")
    @APIResponse(
            responseCode = "200",
            description = "As it is.",
            content = @Content(schema = @Schema(implementation = OwnProviderView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(responseCode = "404", description = "identity-provider-not-set")
    @APIResponse(
            responseCode = "409",
            description = "identity-provider-not-ours: people come from another identity provider in this installation")
    public Uni<OwnProviderView> get() {
        return providers.get();
    }

    @PUT
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "setIdentityProvider",
            summary = "Have people sign in by the tenant's own identity provider",
            description = "Of OpenID Connect. It is asked at once what it is (/.well-known/openid-configuration), and"
                    + " works some seconds later (state), for people with an address of a verified domain. What it says"
                    + " counts in this tenant only. Whoever has an account already connects the two once, with the"
                    + " account's password. Register redirectUri of the answer at the provider.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = SetOwnProviderRequest.class),
                            examples = @ExampleObject(name = "set", value = """
                                {"issuer":"https://login.panaderialuna.example","clientId":"tertulia",\
                                "clientSecret":"s3cr3t-of-the-provider","required":true}\
                                """)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content =
                    @Content(
                            schema = @Schema(implementation = OwnProviderView.class),
                            examples = @ExampleObject(name = "set", value = """
                                {"issuer":"https://login.panaderialuna.example","clientId":"tertulia","enabled":true,\
                                "required":true,"state":"pending","domains":["panaderialuna.example"],\
                                "hint":"tenant-0197a1b2-0000-7000-8000-000000000001",\
                                "redirectUri":"https://id.example/realms/tertulia/broker/\
                                tenant-0197a1b2-0000-7000-8000-000000000001/endpoint",\
                                "updatedAt":"2026-03-02T10:15:00Z"}\
                                """)))
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(responseCode = "409", description = "identity-provider-not-ours")
    @APIResponse(
            responseCode = "422",
            description =
                    "validation-failed: also a secret that is missing for another issuer or client ·"
                            + " identity-provider-address-refused: not https, or not out in the world ·"
                            + " identity-provider-unreachable: no answer, another than 200, or too late ·"
                            + " identity-provider-unusable: another issuer than it says, or something that is needed is missing")
    public Uni<OwnProviderView> set(@Valid @NotNull SetOwnProviderRequest request) {
        return providers.set(request);
    }

    @DELETE
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "removeIdentityProvider",
            summary = "Have people sign in as everybody does",
            description = "Whoever came by it is let in no longer, within a minute. Accounts stay; the domains as well."
                    + " Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "There is none.")
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    public Uni<Void> remove() {
        return providers.remove();
    }
}
