package dev.tertulia.messaging.template;

import dev.tertulia.platform.security.Permission;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/channels/{channelId}/template-syncs")
@Tag(name = "Templates", description = "What WhatsApp lets be said outside the reply window")
public class TemplateSyncResource {
    private final TemplateSync sync;

    TemplateSyncResource(TemplateSync sync) {
        this.sync = sync;
    }

    @POST
    @PermissionsAllowed(Permission.TEMPLATES_MANAGE)
    @Operation(summary = "Read the templates anew", description = "Those of the channel's business account.")
    @APIResponse(responseCode = "409", description = "templates-not-available: the channel has no businessAccountId")
    @APIResponse(responseCode = "502", description = "template-sync-failed: detail says what WhatsApp said")
    public Uni<TemplateSyncResponse> readAnew(UUID channelId) {
        return sync.sync(channelId);
    }
}
