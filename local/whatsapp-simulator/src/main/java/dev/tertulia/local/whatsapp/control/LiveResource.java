package dev.tertulia.local.whatsapp.control;

import dev.tertulia.local.whatsapp.thread.LiveUpdates;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Server-sent events: which thread or number has changed. */
@Path("/simulator/api/events")
public class LiveResource {

    private final LiveUpdates live;

    LiveResource(LiveUpdates live) {
        this.live = live;
    }

    /** Notices as they come, and an empty one every 20 seconds, so that nobody on the way closes the connection. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<LiveUpdates.Notice> events() {
        Multi<LiveUpdates.Notice> beats = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(Duration.ofSeconds(20))
                .onOverflow()
                .drop()
                .map(tick -> new LiveUpdates.Notice("", null));
        return Multi.createBy().merging().streams(live.stream(), beats);
    }
}
