package dev.tertulia.contact.directory;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.Page;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ways to reach a contact, over HTTP. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
public class ContactIdentitiesResource {
    private final ContactService contacts;
    private final Idempotency idempotency;

    ContactIdentitiesResource(ContactService contacts, Idempotency idempotency) {
        this.contacts = contacts;
        this.idempotency = idempotency;
    }

    @GET
    @Path("contacts/{id}/identities")
    @PermissionsAllowed(Permission.CONTACTS_READ)
    @Operation(summary = "Lists a contact's identities, oldest first")
    @APIResponse(responseCode = "404", description = "contact-not-found")
    public Uni<Page<IdentityResponse>> list(@PathParam("id") UUID id) {
        return contacts.get(id)
                .map(contact -> Page.last(contact.identities().stream()
                        .map(IdentityResponse::from)
                        .toList()));
    }

    @POST
    @Path("contacts/{id}/identities")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CONTACTS_WRITE)
    @WithTransaction
    @Operation(summary = "Adds an identity", description = "Adding one that the contact has already changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "The identity",
            content = @Content(schema = @Schema(implementation = IdentityResponse.class)))
    @APIResponse(responseCode = "404", description = "contact-not-found")
    @APIResponse(
            responseCode = "409",
            description = "identity-taken: by the contact that contactId names; contact-merged")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> add(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid IdentityRequest request) {
        return idempotency.once(
                key,
                request,
                () -> contacts.addIdentity(id, request)
                        .map(added -> Response.status(Response.Status.CREATED)
                                .header(HttpHeaders.LOCATION, "/api/v1/contacts/" + id + "/identities/" + added.id())
                                .entity(IdentityResponse.from(added))
                                .build()));
    }

    @DELETE
    @Path("contacts/{id}/identities/{identityId}")
    @PermissionsAllowed(Permission.CONTACTS_WRITE)
    @Operation(summary = "Takes an identity away from a contact")
    @APIResponse(responseCode = "204", description = "Taken away")
    @APIResponse(responseCode = "404", description = "contact-not-found, identity-not-found")
    public Uni<Void> remove(@PathParam("id") UUID id, @PathParam("identityId") UUID identityId) {
        return contacts.removeIdentity(id, identityId);
    }
}
