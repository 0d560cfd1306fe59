package dev.tertulia.tenant.user;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps what users want for themselves. All else about them is the identity provider's. */
@ApplicationScoped
public class PreferenceService {
    private static final String READ =
            "select preferences::text as preferences, version from user_account where id = $1";
    private static final String KEEP = """
            update user_account set preferences = $2::text::jsonb, version = version + 1 where id = $1""";

    private final PlatformDatabase database;
    private final ObjectMapper json;

    PreferenceService(PlatformDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** With the version behind their ETag. */
    public record Kept(Preferences preferences, int version) {}

    public Uni<Kept> of(UUID user) {
        return database.inTransaction(connection -> read(connection, READ, user));
    }

    /** Repeating it is a no-op. Fails with {@link CommonProblem#STALE_VERSION}. */
    public Uni<Kept> change(UUID user, @Nullable String ifMatch, UnaryOperator<Preferences> change) {
        return database.inTransaction(connection -> read(connection, READ + " for no key update", user)
                .flatMap(before -> {
                    EntityTags.requireMatch(ifMatch, before.version());
                    Preferences after = change.apply(before.preferences());
                    return after.equals(before.preferences())
                            ? Uni.createFrom().item(before)
                            : keep(connection, user, new Kept(after, before.version() + 1));
                }));
    }

    private Uni<Kept> keep(SqlConnection connection, UUID user, Kept after) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(user, write(after.preferences())))
                .replaceWith(after);
    }

    private Uni<Kept> read(SqlConnection connection, String sql, UUID user) {
        return connection.preparedQuery(sql).execute(Tuple.of(user)).map(rows -> {
            if (rows.size() == 0) {
                throw ProblemException.of(CommonProblem.UNAUTHENTICATED);
            }
            Row row = rows.iterator().next();
            return new Kept(parse(row.getString("preferences")), row.getInteger("version"));
        });
    }

    private String write(Preferences preferences) {
        try {
            return json.writeValueAsString(preferences);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Preferences parse(String preferences) {
        try {
            return json.readValue(preferences, Preferences.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
