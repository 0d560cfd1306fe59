package dev.tertulia.contact.directory;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contacts over HTTP. */
// All resources of the service have the same class path: JAX-RS looks for a method only in the classes whose path fits
// best.
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts", description = "Whom we talk to.")
public class ContactResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ContactService contacts;
    private final Idempotency idempotency;

    ContactResource(ContactService contacts, Idempotency idempotency) {
        this.contacts = contacts;
        this.idempotency = idempotency;
    }

    @POST
    @Path("contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Permission.CONTACTS_WRITE)
    @WithTransaction
    @Operation(summary = "Writes down a contact")
    @APIResponse(
            responseCode = "201",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    @APIResponse(responseCode = "403", description = "limit-reached: the plan allows no more contacts")
    @APIResponse(
            responseCode = "409",
            description = "identity-taken: another contact, named by contactId, has one of the identities")
    @APIResponse(responseCode = "422", description = "validation-failed: a phone without country code, for instance")
    public Uni<Response> create(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid CreateContactRequest request) {
        return idempotency.once(key, request, () -> contacts.create(request).map(ContactResource::created));
    }

    @GET
    @Path("contacts")
    @PermissionsAllowed(Permission.CONTACTS_READ)
    @Operation(summary = "Lists and finds contacts")
    public Uni<Page<ContactResponse>> list(
            @Parameter(
                            description =
                                    "Words of name, e-mail address or other identities, without regard to accents; or a"
                                            + " phone number in any form.",
                            example = "lucia")
                    @QueryParam("q")
                    @Size(max = SearchTerms.LONGEST_QUERY)
                    @Nullable
                    String q,
            @Parameter(description = "They have this tag; several: all of them.") @QueryParam("tag") @Size(max = 10)
                    List<@NotBlank @Size(max = 60) String> tags,
            @Parameter(description = "Only those that are blocked, or that are not.") @QueryParam("blocked") @Nullable
                    Boolean blocked,
            @QueryParam("sort") @DefaultValue("name") ContactSort sort,
            @BeanParam PageRequest page) {
        return contacts.list(new ContactQuery(SearchTerms.of(q == null ? "" : q), tags, blocked, sort), page)
                .map(found -> found.map(ContactResponse::from));
    }

    @GET
    @Path("contacts/{id}")
    @PermissionsAllowed(Permission.CONTACTS_READ)
    @Operation(
            summary = "Shows a contact",
            description = "A contact that was merged into another is shown as that one, with its id.")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    @APIResponse(responseCode = "404", description = "contact-not-found")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return contacts.get(id).map(ContactResource::shown);
    }

    @PATCH
    @Path("contacts/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @PermissionsAllowed(Permission.CONTACTS_WRITE)
    @Operation(summary = "Changes a contact", description = "A JSON Merge Patch: null removes a field.")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content = @Content(schema = @Schema(implementation = ContactResponse.class)))
    @APIResponse(responseCode = "404", description = "contact-not-found")
    @APIResponse(responseCode = "409", description = "contact-merged: into the one that contactId names")
    @APIResponse(responseCode = "412", description = "stale-version: somebody changed it meanwhile")
    public Uni<Response> edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            MergePatch<EditableContact> patch) {
        return contacts.edit(id, patch, ifMatch).map(ContactResource::shown);
    }

    @DELETE
    @Path("contacts/{id}")
    @PermissionsAllowed(Permission.CONTACTS_MANAGE)
    @Operation(
            summary = "Erases a contact",
            description =
                    "With its identities and those that were merged into it. It cannot be undone. Their messages stay,"
                            + " without a name. If they write again they are a new contact.")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "404", description = "contact-not-found")
    @APIResponse(responseCode = "409", description = "contact-merged: into the one that contactId names")
    public Uni<Void> erase(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return contacts.erase(id, ifMatch);
    }

    private static Response created(ContactView contact) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/contacts/" + contact.id())
                .tag(EntityTags.of(contact.version()))
                .entity(ContactResponse.from(contact))
                .build();
    }

    private static Response shown(ContactView contact) {
        return Response.ok(ContactResponse.from(contact))
                .tag(EntityTags.of(contact.version()))
                .build();
    }
}
