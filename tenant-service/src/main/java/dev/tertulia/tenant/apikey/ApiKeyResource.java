package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
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

/** The keys by which other systems call on behalf of the caller's tenant. */
@Path("/api/v1/api-keys")
@Tag(name = "api-keys")
public class ApiKeyResource {
    private final ApiKeyService keys;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final FieldCipher cipher;

    ApiKeyResource(ApiKeyService keys, CurrentCaller caller, Idempotency idempotency, FieldCipher cipher) {
        this.keys = keys;
        this.caller = caller;
        this.idempotency = idempotency;
        this.cipher = cipher;
    }

    @GET
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @Operation(
            operationId = "listApiKeys",
            summary = "The tenant's API keys",
            description =
                    "Newest first, also those that have expired or were revoked. No answer here holds a key. Keys are"
                            + " the tenant's: they work on when their maker has left.")
    public Uni<Page<ApiKeyView>> list(@BeanParam PageRequest page) {
        return keys.page(page);
    }

    @POST
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @WithTransaction
    @Operation(
            operationId = "createApiKey",
            summary = "Make an API key",
            description = "Its answer is the only one ever to hold the key, to be sent as X-API-Key. A key cannot do"
                    + " what its maker cannot.")
    @APIResponse(
            responseCode = "201",
            description = "The key.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: api-keys:manage · beyond-own-permissions")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull NewApiKey request) {
        return idempotency.once(
                key,
                request,
                sealing(),
                () -> keys.create(caller.get(), request).map(ApiKeyResource::created));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @Operation(operationId = "getApiKey", summary = "One API key")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag, to send as If-Match with a change.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(responseCode = "404", description = "api-key-not-found")
    public Uni<Response> get(UUID id) {
        return keys.get(id).map(ApiKeyResource::tagged);
    }

    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @Operation(
            operationId = "changeApiKey",
            summary = "Give an API key another name, or change when it expires",
            description = "A JSON Merge Patch. What it may do cannot be changed: make another key.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EditableApiKey.class),
                            examples =
                                    @ExampleObject(
                                            name = "prolong",
                                            value = "{\"expiresAt\":\"2028-01-01T00:00:00Z\"}")))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(responseCode = "404", description = "api-key-not-found")
    @APIResponse(
            responseCode = "409",
            description = "api-key-replaced: another takes its place · api-key-not-valid: it expired or was revoked")
    @APIResponse(responseCode = "412", description = "stale-version: someone else changed it")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> change(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch<EditableApiKey> patch) {
        return keys.change(id, ifMatch, patch).map(ApiKeyResource::tagged);
    }

    @POST
    @Path("{id}/rotate")
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @WithTransaction
    @Operation(
            operationId = "rotateApiKey",
            summary = "Put another key in the place of this one",
            description =
                    "The new one has the same name, role and scopes, and lasts as long. The old one works beside it"
                            + " for the overlap, so that its users can change without a gap, and names the new one. The answer"
                            + " is the only one ever to hold the new key.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RotateApiKeyRequest.class),
                            examples = @ExampleObject(name = "a day", value = "{\"overlap\":\"PT24H\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The new key.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ApiKeyView.class)))
    @APIResponse(
            responseCode = "403",
            description = "permission-missing: api-keys:manage · beyond-own-permissions: the key may more than you")
    @APIResponse(responseCode = "404", description = "api-key-not-found")
    @APIResponse(
            responseCode = "409",
            description = "api-key-replaced: rotate the one that replacedBy names · api-key-not-valid: make a new one")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> rotate(
            UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Valid @NotNull RotateApiKeyRequest request) {
        return idempotency.once(
                key,
                request,
                sealing(),
                () -> keys.rotate(caller.get(), id, request.overlapOrDefault()).map(ApiKeyResource::created));
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.API_KEYS_MANAGE)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke an API key",
            description = "It is refused within a minute. Revoking it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    @APIResponse(responseCode = "404", description = "api-key-not-found")
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(id);
    }

    /** The answer that is kept for repetitions holds the key, which must not lie readable in the database. */
    private Idempotency.Sealing sealing() {
        String place = FieldCipher.place(CurrentTenant.required(), "idempotency_key", "body");
        return new Idempotency.Sealing() {
            @Override
            public String seal(String body) {
                return cipher.encrypt(body, place);
            }

            @Override
            public String open(String sealed) {
                return cipher.decrypt(sealed, place);
            }
        };
    }

    private static Response created(ApiKeyView key) {
        return Response.created(URI.create("/api/v1/api-keys/" + key.id()))
                .entity(key)
                .tag(EntityTags.of(key.version()))
                .build();
    }

    private static Response tagged(ApiKeyView key) {
        return Response.ok(key).tag(EntityTags.of(key.version())).build();
    }
}
