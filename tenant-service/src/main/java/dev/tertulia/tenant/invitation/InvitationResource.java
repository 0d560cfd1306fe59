package dev.tertulia.tenant.invitation;

import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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

/** People are asked to become members, and say yes. */
@Path("/api/v1/invitations")
@Tag(name = "invitations")
public class InvitationResource {
    private final InvitationService invitations;
    private final Acceptance acceptance;
    private final CurrentCaller caller;
    private final Idempotency idempotency;

    InvitationResource(
            InvitationService invitations, Acceptance acceptance, CurrentCaller caller, Idempotency idempotency) {
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @PermissionsAllowed(Permission.INVITATIONS_MANAGE)
    @Operation(operationId = "listInvitations", summary = "The invitations of the tenant, newest first")
    public Uni<Page<InvitationView>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only those that stand so.") @QueryParam("status") @Nullable
                    InvitationStatus status) {
        return invitations.page(page, status);
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.INVITATIONS_MANAGE)
    @Operation(operationId = "getInvitation", summary = "One invitation")
    @APIResponse(
            responseCode = "200",
            description = "The invitation.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "404", description = "invitation-not-found")
    public Uni<InvitationView> get(UUID id) {
        return invitations.get(id);
    }

    @POST
    @PermissionsAllowed(Permission.INVITATIONS_MANAGE)
    @WithTransaction
    @Operation(
            operationId = "invite",
            summary = "Ask somebody by mail to become a member",
            description = "The link in the mail holds for seven days and for this address only.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InviteRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "agent",
                                            value =
                                                    "{\"email\":\"marta@panaderialuna.example\",\"name\":\"Marta Ríos\","
                                                            + "\"role\":\"agent\",\"message\":\"¡Empezamos el lunes!\"}")))
    @APIResponse(
            responseCode = "201",
            description = "The invitation; its mail is on its way.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "403",
            description =
                    "permission-missing: invitations:manage · beyond-own-permissions: more than you have yourself")
    @APIResponse(
            responseCode = "409",
            description = "invitation-exists: one for this address waits · member-exists: they are an active member")
    @APIResponse(responseCode = "422", description = "validation-failed")
    @APIResponse(responseCode = "429", description = "too-many-requests: as many as a tenant can send in a day")
    public Uni<Response> invite(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid @NotNull InviteRequest request) {
        return idempotency.once(
                key, request, () -> invitations.invite(caller.get(), request).map(InvitationResource::created));
    }

    @POST
    @Path("{id}/remind")
    @PermissionsAllowed(Permission.INVITATIONS_MANAGE)
    @Operation(
            operationId = "remindOfInvitation",
            summary = "Write again to somebody who was invited",
            description =
                    "With a new link, which holds for seven days; the one before opens nothing any more. At most five"
                            + " times, and an hour apart.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation; its mail is on its way.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(responseCode = "404", description = "invitation-not-found")
    @APIResponse(responseCode = "409", description = "invitation-not-pending · invitation-reminded-enough")
    @APIResponse(responseCode = "429", description = "too-many-requests: they were written to less than an hour ago")
    public Uni<InvitationView> remind(UUID id) {
        return invitations.remind(id);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.INVITATIONS_MANAGE)
    @Operation(
            operationId = "cancelInvitation",
            summary = "Cancel an invitation",
            description = "Its link opens nothing any more. Repeating it changes nothing.")
    @APIResponse(responseCode = "204", description = "It is cancelled, or was over already.")
    @APIResponse(responseCode = "404", description = "invitation-not-found")
    @APIResponse(responseCode = "409", description = "invitation-not-pending: it was accepted")
    public Uni<Void> cancel(UUID id) {
        return invitations.cancel(id);
    }

    @POST
    @Path("look-up")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "lookUpInvitation",
            summary = "Who invites whom to what, for who has the token",
            description = "What a page shows before somebody accepts. Needs no credential.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = LookUpInvitationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The invitation.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ReceivedInvitation.class)))
    @APIResponse(
            responseCode = "404",
            description = "invitation-not-found: no such token, or cancelled, or replaced by a reminder's")
    @APIResponse(responseCode = "409", description = "invitation-expired")
    public Uni<ReceivedInvitation> lookUp(@Valid @NotNull LookUpInvitationRequest request) {
        return acceptance.lookUp(request.token());
    }

    @POST
    @Path("accept")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "acceptInvitation",
            summary = "Become a member",
            description =
                    "Who has no account sends a password and needs no credential: the account is made. Who has one"
                            + " sends the access token of that account. Sent again, it gives the same answer.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AcceptInvitationRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "new",
                                            value = "{\"token\":\"in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy\","
                                                    + "\"password\":\"correct horse battery staple\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The member, and the tenant to name in X-Tenant.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = AcceptedInvitation.class)))
    @APIResponse(
            responseCode = "401",
            description = "sign-in-to-accept: the address has an account, or accounts come from elsewhere")
    @APIResponse(
            responseCode = "403",
            description = "invitation-for-another: signed in with another address · limit-reached: no seat is left")
    @APIResponse(responseCode = "404", description = "invitation-not-found")
    @APIResponse(responseCode = "409", description = "invitation-expired")
    @APIResponse(responseCode = "422", description = "validation-failed · password-refused")
    public Uni<AcceptedInvitation> accept(@Valid @NotNull AcceptInvitationRequest request) {
        return caller.ifKnown().flatMap(known -> acceptance.accept(request, known));
    }

    private static Response created(InvitationView invitation) {
        return Response.created(URI.create("/api/v1/invitations/" + invitation.id()))
                .entity(invitation)
                .build();
    }
}
