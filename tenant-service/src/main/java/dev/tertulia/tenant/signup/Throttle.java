package dev.tertulia.tenant.signup;

import dev.tertulia.platform.crypto.TokenHash;
import dev.tertulia.tenant.signup.SignupConfig.Rate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts how often something is done, in the database, so that it holds for all replicas and past their restarts. Each
 * thing that is counted has one row with the time until which its calls are used up (GCRA): a call moves it on by one
 * step, and is refused where it would be moved further ahead than all steps that may be taken at once. Calls at the same
 * time wait for each other's row.
 */
@ApplicationScoped
class Throttle {
    private static final String TAKE = """
            insert into throttle as t (key, used_until) values ($1, now() + $2::float8 * interval '1 second')
            on conflict (key) do update set used_until = greatest(t.used_until, now()) + $2::float8 * interval '1 second'
             where greatest(t.used_until, now()) <= now() + $3::float8 * interval '1 second'
            returning true""";

    private static final String LEFT = """
            select greatest(0, extract(epoch from used_until - now()) - $2::float8)::float8 as seconds
            from throttle where key = $1""";

    /** Takes one call. Gives how long to wait where there is none to take, and nothing is counted then. */
    Uni<Optional<Duration>> take(SqlConnection connection, Rate rate, String... what) {
        // Addresses of people and machines are of no use here as such.
        String key = TokenHash.of(String.join("\n", what));
        double step = seconds(rate.every());
        double ahead = step * (rate.atOnce() - 1);
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(key, step, ahead))
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(Optional.empty())
                        : left(connection, key, ahead).map(Optional::of));
    }

    private static Uni<Duration> left(SqlConnection connection, String key, double ahead) {
        return connection.preparedQuery(LEFT).execute(Tuple.of(key, ahead)).map(rows -> {
            Row row = rows.iterator().next();
            return Duration.ofMillis((long) Math.ceil(row.getDouble("seconds") * 1000));
        });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
