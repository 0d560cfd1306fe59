package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/provider-events")
@Tag(name = "Provider events", description = "Webhooks that were kept and could not be taken")
public class ProviderEventResource {
    private final ProviderEventService events;

    ProviderEventResource(ProviderEventService events) {
        this.events = events;
    }

    @GET
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(summary = "List what could not be taken, newest first")
    public Uni<Page<ProviderEventResponse>> list(
            @Parameter(description = "unreadable or aside; both by default")
                    @QueryParam("status")
                    @Nullable
                    @Pattern(regexp = "unreadable|aside")
                    String status,
            @BeanParam PageRequest page) {
        return events.troubled(status, page)
                .map(found -> Page.of(found, page, last -> ProviderEventRepository.NEWEST_FIRST.cursor(last.id())));
    }

    @POST
    @Path("{id}/replay")
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(summary = "Try to take it again", description = "Repeating it changes nothing.")
    public Uni<ProviderEventResponse> replay(UUID id) {
        return events.replay(id);
    }
}
