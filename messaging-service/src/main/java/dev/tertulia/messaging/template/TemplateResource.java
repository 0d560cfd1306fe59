package dev.tertulia.messaging.template;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/templates")
@Tag(name = "Templates", description = "What WhatsApp lets be said outside the reply window")
public class TemplateResource {
    private final TemplateRepository templates;
    private final TenantDatabase database;

    TemplateResource(TemplateRepository templates, TenantDatabase database) {
        this.templates = templates;
        this.database = database;
    }

    @GET
    @PermissionsAllowed(Permission.CHANNELS_READ)
    @Operation(
            summary = "List the templates by name",
            description =
                    "As they were last read from WhatsApp: soon after a channel is connected, and every quarter of"
                            + " an hour.")
    public Uni<Page<TemplateResponse>> list(
            @Parameter(description = "Only those that this channel can send.") @QueryParam("channel") @Nullable
                    UUID channel,
            @Parameter(description = "approved, pending, rejected, paused or disabled")
                    @QueryParam("status")
                    @Size(max = 40)
                    @Nullable
                    String status,
            @Parameter(description = "Part of a name or a text, whatever its case.")
                    @QueryParam("q")
                    @Size(max = 100)
                    @Nullable
                    String words,
            @BeanParam PageRequest page) {
        return database.inTransaction(connection -> templates.page(connection, channel, status, words, page))
                .map(found -> Page.of(
                                found,
                                page,
                                last -> TemplateRepository.BY_NAME.cursor(last.name(), last.language(), last.id()))
                        .map(TemplateResponse::of));
    }
}
