package dev.tertulia.platform.web.app;

import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.OptionalBody;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.platform.web.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notes")
@PermitAll
public class NoteResource {
    private static final Sort BY_NUMBER = Sort.by("notes:number", Long.class);
    private static final int NOTES = 120;
    private static final long VERSION = 7;

    @GET
    public Page<Long> list(@BeanParam PageRequest page) {
        long after = page.after(BY_NUMBER).map(cursor -> cursor.number(0)).orElse(0L);
        List<Long> rows = IntStream.rangeClosed(1, NOTES)
                .mapToObj(Long::valueOf)
                .filter(number -> number > after)
                .limit(page.fetchSize())
                .toList();
        return Page.of(rows, page, BY_NUMBER::cursor);
    }

    @POST
    public Uni<Note> create(@Valid Note note) {
        return Uni.createFrom().item(note);
    }

    @POST
    @Path("{id}/close")
    public String close(UUID id, @OptionalBody @Nullable Note reason) {
        return reason == null ? "closed" : "closed: " + reason.title();
    }

    @GET
    @Path("{id}")
    public Note get(@RestPath UUID id) {
        throw ProblemException.of(NoteProblem.NOT_FOUND);
    }

    @GET
    @Path("search")
    public Map<String, String> search(
            @QueryParam("kind") Note.@Nullable Kind kind,
            @QueryParam("since") @Nullable Instant since,
            @QueryParam("top") @Max(10) @Nullable Integer top,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("author") @Nullable UUID author) {
        return Map.of("kind", String.valueOf(kind), "since", String.valueOf(since), "top", String.valueOf(top));
    }

    @PATCH
    @Path("{id}")
    public RestResponse<Note> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, MergePatch<Note> patch) {
        EntityTags.requireMatch(ifMatch, VERSION);
        Note current = new Note(
                "Buy milk",
                Note.Kind.TO_DO,
                3,
                null,
                Instant.parse("2026-01-31T09:30:00Z"),
                true,
                List.of("home"),
                List.of(new Note.Link("https://example.org", "shop")),
                "green");
        return RestResponse.ResponseBuilder.ok(patch.apply(current))
                .tag(EntityTags.of(VERSION + 1))
                .build();
    }

    @POST
    @Path("raw")
    @Consumes(MediaType.WILDCARD)
    public Uni<Integer> raw(byte[] body) {
        return Uni.createFrom().item(body.length);
    }

    @GET
    @Path("request-id")
    public Uni<String> requestId() {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(java.time.Duration.ofMillis(5))
                .map(waited -> RequestId.current().orElse("none"));
    }

    @GET
    @Path("logo")
    public RestResponse<String> logo() {
        return RestResponse.ResponseBuilder.ok("logo")
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    @GET
    @Path("mine")
    @RolesAllowed("agent")
    public String mine() {
        return "mine";
    }

    @GET
    @Path("theirs")
    @RolesAllowed("owner")
    public String theirs() {
        return "theirs";
    }
}
