package dev.tertulia.tenant.erasure;

import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The end of tenants, for those who run the installation. */
@Path("/api/v1/platform/tenants/{slug}/erasures")
@PermissionsAllowed(Permission.PLATFORM_TENANTS)
@Tag(name = "platform")
public class ErasureResource {
    private final ErasureService service;
    private final CurrentCaller caller;

    ErasureResource(ErasureService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listErasures",
            summary = "Whether a tenant was erased",
            description = "One, or none where the slug is not that of an erased tenant.")
    public Uni<Erasures> list(String slug) {
        return service.list(slug).map(Erasures::new);
    }

    /** As lists are answered. */
    @Schema(name = "Erasures")
    record Erasures(List<ErasureResponse> items) {}

    @POST
    @Operation(
            operationId = "eraseTenant",
            summary = "Erase a tenant for ever",
            description =
                    "The tenant must be cancelled, and what each service holds exported within the last week, or the"
                            + " export waived. From the answer on nobody finds the tenant; its rows and files go in every service,"
                            + " and the accounts of people who are in no other tenant. Sent again it asks those that have not"
                            + " confirmed once more.")
    @APIResponse(
            responseCode = "202",
            description = "Begun; its Location tells how far it is.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ErasureResponse.class)))
    @APIResponse(responseCode = "404", description = "tenant-not-found")
    @APIResponse(
            responseCode = "409",
            description = "tenant-not-cancelled · export-missing, whose services names what is missing")
    @APIResponse(responseCode = "422", description = "validation-failed: confirm is not the slug")
    public Uni<Response> erase(String slug, @Valid @NotNull EraseRequest request) {
        if (!request.confirm().equals(slug)) {
            throw ProblemException.invalid("confirm", "must be the tenant's slug");
        }
        return service.erase(slug, request.waivesExport(), caller.get().actor().id())
                .map(ErasureResource::accepted);
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getErasure",
            summary = "How far an erasure is",
            description = "It is done once every service has confirmed and found nothing left, in any table.")
    @APIResponse(responseCode = "200", description = "The erasure.")
    @APIResponse(responseCode = "404", description = "erasure-not-found")
    public Uni<ErasureResponse> get(String slug, UUID id) {
        return service.get(slug, id);
    }

    @POST
    @Path("{id}/scans")
    @Operation(
            operationId = "scanErasure",
            summary = "Look again whether anything is left",
            description = "Each service counts anew, erases what it finds, and reports: scannedAt is then later.")
    @APIResponse(
            responseCode = "202",
            description = "Asked for.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ErasureResponse.class)))
    @APIResponse(responseCode = "404", description = "erasure-not-found")
    public Uni<Response> scan(String slug, UUID id) {
        return service.scan(slug, id).map(ErasureResource::accepted);
    }

    private static Response accepted(ErasureResponse erasure) {
        return Response.accepted(erasure)
                .location(URI.create("/api/v1/platform/tenants/" + erasure.slug() + "/erasures/" + erasure.id()))
                .build();
    }
}
