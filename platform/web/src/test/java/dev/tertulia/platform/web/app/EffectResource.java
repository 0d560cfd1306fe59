package dev.tertulia.platform.web.app;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.Idempotency;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does things that should not be done twice. */
@Path("/api/v1/effects")
@PermitAll
public class EffectResource {
    private final Idempotency idempotency;
    private final TenantDatabase database;

    EffectResource(Idempotency idempotency, TenantDatabase database) {
        this.idempotency = idempotency;
        this.database = database;
    }

    @POST
    public Uni<Response> create(@HeaderParam(Idempotency.HEADER) @Nullable String key, @Valid Note note) {
        return note.priority() == 9
                ? insert(note.title(), 0)
                : idempotency.once(key, note, () -> insert(note.title(), 0));
    }

    @POST
    @Path("slow")
    public Uni<Response> createSlowly(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @QueryParam("seconds") double seconds, Note note) {
        return idempotency.once(key, note, () -> insert(note.title(), seconds));
    }

    @POST
    @Path("failing")
    public Uni<Response> fail(
            @HeaderParam(Idempotency.HEADER) @Nullable String key, @QueryParam("fail") boolean fail, Note note) {
        return idempotency.once(
                key,
                note,
                () -> insert(note.title(), 0).map(done -> {
                    if (fail) {
                        throw ProblemException.of(NoteProblem.NOT_FOUND);
                    }
                    return done;
                }));
    }

    @POST
    @Path("mine")
    @RolesAllowed("agent")
    public Uni<Response> createMine(@HeaderParam(Idempotency.HEADER) @Nullable String key, Note note) {
        return idempotency.once(key, note, () -> insert(note.title(), 0));
    }

    @POST
    @Path("secret")
    public Uni<Response> createSecret(@HeaderParam(Idempotency.HEADER) @Nullable String key, Note note) {
        return idempotency.once(key, note, new Reversal(), () -> insert(note.title(), 0));
    }

    @POST
    @Path("none")
    public Uni<Response> noContent(@HeaderParam(Idempotency.HEADER) @Nullable String key, Note note) {
        return idempotency.once(
                key,
                note,
                () -> insert(note.title(), 0)
                        .replaceWith(() -> Response.noContent().build()));
    }

    private Uni<Response> insert(String title, double seconds) {
        String thread = Thread.currentThread().getName();
        return database.inTransaction(connection -> connection
                .preparedQuery("insert into effect (title) select $1 from (select pg_sleep($2)) waited returning id")
                .execute(Tuple.of(title, seconds))
                .map(rows -> rows.iterator().next().getUUID("id"))
                .map(id -> created(id, thread)));
    }

    private static Response created(UUID id, String thread) {
        return Response.created(URI.create("/api/v1/effects/" + id))
                .tag(EntityTags.of(1))
                .entity(Map.of("id", id, "title", "ñandú", "thread", thread))
                .build();
    }

    private static final class Reversal implements Idempotency.Sealing {
        @Override
        public String seal(String body) {
            return Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(String sealed) {
            return new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
        }
    }
}
