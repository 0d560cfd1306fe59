package dev.tertulia.messaging.attachment;

import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.messaging.attachment.AttachmentService.StoredFile;
import dev.tertulia.messaging.attachment.ObjectStorage.LocalBytes;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Feature;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.security.RequiresFeature;
import dev.tertulia.platform.web.OptionalBody;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/attachments")
@RequiresFeature(Feature.CONVERSATIONS)
@Tag(name = "Attachments", description = "The files of messages")
public class AttachmentResource {
    /** Types that no browser runs anything in. Everything else is offered for saving. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "audio/aac",
            "audio/amr",
            "audio/mpeg",
            "audio/mp4",
            "audio/ogg",
            "video/mp4",
            "video/3gpp");

    private final AttachmentService attachments;
    private final CurrentCaller caller;
    private final Vertx vertx;

    AttachmentResource(AttachmentService attachments, CurrentCaller caller, Vertx vertx) {
        this.attachments = attachments;
        this.caller = caller;
        this.vertx = vertx;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @PermissionsAllowed(Permission.MESSAGES_SEND)
    @Operation(
            summary = "Upload a file to send",
            description =
                    "The body is the file itself, and what it is is seen by its bytes. Send it with a message that"
                            + " names its id in attachmentIds. Without a kind, images, videos and audio go as such where WhatsApp"
                            + " takes them, and everything else as a document.")
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Message.Attachment.class)))
    @APIResponse(responseCode = "403", description = "limit-reached: the plan has no room for it")
    public Uni<Response> upload(
            @QueryParam("fileName") @Nullable @Size(max = 240) String fileName,
            @QueryParam("kind") @Nullable @Size(max = 20) String kind,
            @OptionalBody InputStream body)
            throws IOException {
        Caller who = caller.get();
        String name = cleaned(fileName);
        AttachmentService.Received received = attachments.receive(body, name);
        return Uni.createFrom()
                .deferred(() -> attachments.keep(received, name, kind, who))
                .map(stored ->
                        Response.status(Response.Status.CREATED).entity(stored).build())
                .onTermination()
                .invoke(() -> delete(received.file()));
    }

    /** The last part of a path, without what cannot be seen. */
    static @Nullable String cleaned(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}|\\p{Cf}", "")
                .strip();
        return name.isEmpty() ? null : name;
    }

    @GET
    @Path("{id}/content")
    @PermissionsAllowed(Permission.CONVERSATIONS_READ)
    @Operation(summary = "The bytes of a file", description = "Also a part of them, by a Range header.")
    @APIResponse(
            responseCode = "200",
            description = "The file, with its own type where browsers may show it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part that Range names")
    public Uni<Response> content(
            UUID id, @HeaderParam("Range") @Nullable String range, @Context RoutingContext request) {
        Caller who = caller.get();
        return attachments.find(id, who).flatMap(file -> {
            Optional<ByteRange> part = ByteRange.of(range, file.sizeBytes());
            if (part.isPresent() && part.get().length() == 0) {
                throw ProblemException.of(AttachmentProblem.RANGE_NOT_SATISFIABLE)
                        .withHeader("Content-Range", "bytes */" + file.sizeBytes());
            }
            long from = part.map(ByteRange::from).orElse(0L);
            long length = part.map(ByteRange::length).orElse(file.sizeBytes());
            return attachments
                    .read(file, from, length)
                    .invoke(bytes -> deleteAfterwards(request, bytes))
                    .map(bytes -> answer(file, part, bytes));
        });
    }

    private static Response answer(StoredFile file, Optional<ByteRange> part, LocalBytes bytes) {
        boolean shown = SHOWN.contains(file.contentType());
        Response.ResponseBuilder answer = Response.status(part.isPresent() ? 206 : 200)
                .entity(new PathPart(bytes.file(), bytes.from(), bytes.length()))
                .type(shown ? file.contentType() : MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", disposition(shown ? "inline" : "attachment", file.fileName()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .header("Accept-Ranges", "bytes")
                .tag(file.sha256());
        part.ifPresent(range -> answer.header("Content-Range", range.contentRange(file.sizeBytes())));
        return answer.build();
    }

    /** The name in full (RFC 8187), and for old readers in what is safe between quotes. */
    static String disposition(String how, @Nullable String fileName) {
        if (fileName == null) {
            return how;
        }
        String plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return String.format(Locale.ROOT, "%s; filename=\"%s\"; filename*=UTF-8''%s", how, plain, encoded);
    }

    private void deleteAfterwards(RoutingContext request, LocalBytes bytes) {
        if (bytes.temporary()) {
            request.addEndHandler(end -> delete(bytes.file()));
        }
    }

    private void delete(java.nio.file.Path file) {
        vertx.executeBlocking(() -> Files.deleteIfExists(file), false);
    }
}
