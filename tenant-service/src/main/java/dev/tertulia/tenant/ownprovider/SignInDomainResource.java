package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The e-mail domains whose people the tenant's own identity provider signs in. */
@Path("/api/v1/sign-in-domains")
@Tag(name = "sign-in")
public class SignInDomainResource {
    private final SignInDomainService domains;
    private final Idempotency idempotency;

    SignInDomainResource(SignInDomainService domains, Idempotency idempotency) {
        this.domains = domains;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(operationId = "listSignInDomains", summary = "The domains that the tenant claims, by name")
    @APIResponse(responseCode = "200", description = "All of them, in one page.")
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    public Uni<Page<SignInDomainView>> list() {
        return domains.all().map(Page::last);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(operationId = "getSignInDomain", summary = "One domain that the tenant claims")
    @APIResponse(
            responseCode = "200",
            description = "The domain.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInDomainView.class)))
    @APIResponse(responseCode = "404", description = "sign-in-domain-not-found")
    public Uni<SignInDomainView> get(UUID id) {
        return domains.get(id);
    }

    @POST
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "claimSignInDomain",
            summary = "Claim an e-mail domain",
            description =
                    "The answer has the DNS record by which it is shown to be the tenant's; until that was seen it"
                            + " does nothing, and others may claim it too.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ClaimDomainRequest.class),
                            examples =
                                    @ExampleObject(name = "claim", value = "{\"domain\":\"panaderialuna.example\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The domain, and the record to set.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInDomainView.class),
                            examples = @ExampleObject(name = "claimed", value = """
                                {"id":"0197a1b2-0000-7000-8000-000000000001","domain":"panaderialuna.example",\
                                "verified":false,"dnsRecord":{"type":"TXT",\
                                "name":"_tertulia-challenge.panaderialuna.example",\
                                "value":"tertulia-domain-verification=dv_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0aabc123"},\
                                "createdAt":"2026-03-02T10:15:00Z"}\
                                """)))
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(
            responseCode = "409",
            description = "sign-in-domain-exists · sign-in-domains-too-many · identity-provider-not-ours: people come"
                    + " from another identity provider in this installation")
    @APIResponse(
            responseCode = "422",
            description =
                    "validation-failed: no domain name, or one that is nobody's alone, such as gmail.com or co.uk")
    public Uni<Response> claim(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull ClaimDomainRequest request) {
        return idempotency.once(key, request, () -> domains.claim(request).map(SignInDomainResource::created));
    }

    @POST
    @Path("{id}/verify")
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "verifySignInDomain",
            summary = "Look whether DNS says that the domain is the tenant's",
            description =
                    "If so, the tenant holds it, and its people can sign in by the tenant's identity provider. Sent"
                            + " again, it gives the same answer.")
    @APIResponse(
            responseCode = "200",
            description = "It is verified.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SignInDomainView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(responseCode = "404", description = "sign-in-domain-not-found")
    @APIResponse(
            responseCode = "409",
            description = "sign-in-domain-unproved: the record is not there, or says something else ·"
                    + " sign-in-domain-taken: another tenant holds it · identity-provider-not-ours")
    @APIResponse(responseCode = "503", description = "dns-away")
    public Uni<SignInDomainView> verify(UUID id) {
        return domains.verify(id);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.SIGN_IN_MANAGE)
    @Operation(
            operationId = "removeSignInDomain",
            summary = "Claim a domain no longer",
            description =
                    "Its people are not sent to the tenant's identity provider any more, and who came by it is let"
                            + " in no longer.")
    @APIResponse(responseCode = "204", description = "It is claimed no longer.")
    @APIResponse(responseCode = "403", description = "permission-missing: sign-in:manage")
    @APIResponse(responseCode = "404", description = "sign-in-domain-not-found")
    public Uni<Void> remove(UUID id) {
        return domains.remove(id);
    }

    private static Response created(SignInDomainView domain) {
        return Response.created(URI.create("/api/v1/sign-in-domains/" + domain.id()))
                .entity(domain)
                .build();
    }
}
