package dev.tertulia.local.whatsapp.control;

import dev.tertulia.local.whatsapp.thread.MediaStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** Media for the page. */
@Path("/simulator/api/media")
public class MediaResource {

    /** What a browser may show; anything else is offered as a download, for it could be a page with scripts. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/webm",
            "video/mp4",
            "video/webm");

    private final MediaStore media;

    MediaResource(MediaStore media) {
        this.media = media;
    }

    @GET
    @Path("{mediaId}")
    public Response get(@RestPath String mediaId) {
        MediaStore.Media found = media.find(mediaId);
        if (found == null) {
            throw new ControlProblem(404, "there is no such medium, or it was dropped to make room");
        }
        String bare = found.mimeType().split(";", 2)[0].strip();
        boolean shown = SHOWN.contains(bare);
        return Response.ok(media.file(found).toFile())
                .header("Content-Type", shown ? bare : "application/octet-stream")
                .header("Content-Disposition", shown ? "inline" : "attachment")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }
}
