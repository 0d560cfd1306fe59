package dev.tertulia.messaging.channel;

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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/channels")
@Tag(name = "Channels", description = "Connected accounts: WhatsApp numbers")
public class ChannelResource {
    private final ChannelService channels;
    private final Idempotency idempotency;
    private final String publicUrl;

    ChannelResource(
            ChannelService channels,
            Idempotency idempotency,
            @ConfigProperty(name = "tertulia.public-url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.channels = channels;
        this.idempotency = idempotency;
        this.publicUrl = publicUrl;
    }

    @POST
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(
            summary = "Connect a WhatsApp number",
            description = "The answer has the webhook address to give to Meta. Secrets never come back. "
                    + "Check the channel afterwards to see whether Meta accepts the token.")
    @APIResponse(
            responseCode = "201",
            description = "The channel",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ChannelResponse.class)))
    @APIResponse(responseCode = "403", description = "limit-reached: the plan allows no more channels")
    @WithTransaction
    public Uni<Response> connect(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull @Valid CreateChannelRequest request) {
        return idempotency.once(
                key,
                request,
                () -> channels.connect(request)
                        .map(channel -> Response.created(URI.create("/api/v1/channels/" + channel.id))
                                .tag(EntityTags.of(channel.version))
                                .entity(ChannelResponse.of(channel, publicUrl))
                                .build()));
    }

    @GET
    @PermissionsAllowed(Permission.CHANNELS_READ)
    @Operation(summary = "List the channels, newest first")
    public Uni<Page<ChannelResponse>> list(@BeanParam PageRequest page) {
        return channels.page(page)
                .map(found -> Page.of(found, page, channel -> ChannelRepository.NEWEST_FIRST.cursor(channel.id))
                        .map(channel -> ChannelResponse.of(channel, publicUrl)));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed(Permission.CHANNELS_READ)
    @Operation(summary = "One channel")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ChannelResponse.class)))
    public Uni<Response> get(UUID id) {
        return channels.get(id).map(this::tagged);
    }

    @PATCH
    @Path("{id}")
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(
            summary = "Change a channel",
            description = "JSON Merge Patch of name, settings, secrets and disabled. Secrets that are not given stay.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ChannelResponse.class)))
    public Uni<Response> change(
            UUID id, MergePatch<EditableChannel> patch, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return channels.change(id, patch, ifMatch).map(this::tagged);
    }

    @DELETE
    @Path("{id}")
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(summary = "Disconnect a channel", description = "Its conversations stay and can be read.")
    public Uni<Void> remove(UUID id) {
        return channels.remove(id);
    }

    @POST
    @Path("{id}/check")
    @PermissionsAllowed(Permission.CHANNELS_MANAGE)
    @Operation(
            summary = "Ask the provider whether the channel works",
            description =
                    "Answers with the channel: connected, or failed with what the provider said in lastError. The"
                            + " provider is also told where the channel's webhook is; webhook says whether it took the address.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ChannelResponse.class)))
    public Uni<Response> check(UUID id) {
        return channels.check(id).map(this::tagged);
    }

    private Response tagged(Channel channel) {
        return Response.ok(ChannelResponse.of(channel, publicUrl))
                .tag(EntityTags.of(channel.version))
                .build();
    }
}
