package dev.tertulia.tenant.me;

import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller about themself. */
@Path("/api/v1/me")
@Tag(name = "me")
public class MeResource {
    private final MeService me;

    MeResource(MeService me) {
        this.me = me;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getMe",
            summary = "Who is calling, in which tenant, and what they may do",
            description = "Works without a choice of tenant, and then tells which there are to choose from.")
    @APIResponse(
            responseCode = "200",
            description = "The caller, with the ETag of what they can change about themself.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MeView.class)))
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<Response> get() {
        return me.get().map(MeResource::tagged);
    }

    @PATCH
    @Authenticated
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeMe",
            summary = "Change one's own preferences",
            description =
                    "A JSON Merge Patch: what is absent stays, null removes. They hold in all tenants. Name, e-mail"
                            + " address, phone and picture are changed where one signs in.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EditableMe.class),
                            examples =
                                    @ExampleObject(
                                            name = "speak English",
                                            value = "{\"preferences\":{\"locale\":\"en\",\"timezone\":null}}")))
    @APIResponse(
            responseCode = "200",
            description = "As the caller is known now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MeView.class)))
    @APIResponse(responseCode = "403", description = "not-a-person: an API key has no preferences")
    @APIResponse(responseCode = "412", description = "stale-version: they were changed elsewhere")
    @APIResponse(responseCode = "422", description = "validation-failed")
    public Uni<Response> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch<EditableMe> patch) {
        return me.change(ifMatch, patch).map(MeResource::tagged);
    }

    private static Response tagged(MeView me) {
        return Response.ok(me).tag(EntityTags.of(me.version())).build();
    }
}
