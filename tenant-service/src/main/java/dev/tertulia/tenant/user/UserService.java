package dev.tertulia.tenant.user;

import dev.tertulia.platform.tenancy.PlatformDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what the identity provider last said of each person. */
@ApplicationScoped
public class UserService {
    private static final String FIND = """
        select id, email, email_verified, name, given_name, family_name, avatar_url, phone, platform_admin
        from user_account where id = $1\
        """;

    private static final String FIND_BY_SUBJECT = """
        select id, email, email_verified, name, given_name, family_name, avatar_url, phone, platform_admin
        from user_account where issuer = $1 and subject = $2\
        """;

    private static final String PAGE = """
        select id, subject, email, email_verified from user_account
        where issuer = $1 and id > $2 order by id limit $3\
        """;

    /** Most sign-ins change nothing, and that somebody was seen is written once a minute. */
    private static final String FIND_UNCHANGED = """
        select id, email, email_verified, name, given_name, family_name, avatar_url, phone, platform_admin
        from user_account
        where issuer = $1 and subject = $2 and last_seen_at > now() - interval '1 minute'
          and (email, email_verified, name, given_name, family_name, avatar_url, phone, platform_admin)
            is not distinct from ($3::text, $4::boolean, $5::text, $6::text, $7::text, $8::text, $9::text, $10::boolean)\
        """;

    private static final String MEET = """
        insert into user_account (issuer, subject, email, email_verified, name, given_name, family_name, avatar_url,
            phone, platform_admin)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (issuer, subject) do update
           set email = excluded.email, email_verified = excluded.email_verified, name = excluded.name,
               given_name = excluded.given_name, family_name = excluded.family_name,
               avatar_url = excluded.avatar_url, phone = excluded.phone,
               platform_admin = excluded.platform_admin, last_seen_at = now()
        returning id, email, email_verified, name, given_name, family_name, avatar_url, phone, platform_admin\
        """;

    private final PlatformDatabase database;

    UserService(PlatformDatabase database) {
        this.database = database;
    }

    /** The user who has signed in, new or known, as they are now. */
    public Uni<User> meet(SignIn signIn) {
        Tuple values = values(signIn);
        return database.inTransaction(connection -> one(connection, FIND_UNCHANGED, values)
                .flatMap(known -> known.map(user -> Uni.createFrom().item(user))
                        .orElseGet(() -> one(connection, MEET, values).map(Optional::orElseThrow))));
    }

    public Uni<Optional<User>> find(UUID id) {
        return database.inTransaction(connection -> one(connection, FIND, Tuple.of(id)));
    }

    /** Who has signed in as this subject before. */
    public Uni<Optional<User>> find(String issuer, String subject) {
        return database.inTransaction(connection -> one(connection, FIND_BY_SUBJECT, Tuple.of(issuer, subject)));
    }

    /** Those of the issuer who have signed in at least once, by id, after the one. */
    public Uni<List<KnownSubject>> page(String issuer, UUID after, int limit) {
        return database.inTransaction(connection -> connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(issuer, after, limit))
                .map(rows -> {
                    List<KnownSubject> page = new ArrayList<>();
                    rows.forEach(row -> page.add(new KnownSubject(
                            row.getUUID("id"),
                            row.getString("subject"),
                            row.getString("email"),
                            row.getBoolean("email_verified"))));
                    return page;
                }));
    }

    private static Uni<Optional<User>> one(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(UserService::first);
    }

    private static Optional<User> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(user(iterator.next())) : Optional.empty();
    }

    private static User user(Row row) {
        return new User(
                row.getUUID("id"),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("avatar_url"),
                row.getString("phone"),
                row.getBoolean("platform_admin"));
    }

    private static Tuple values(SignIn signIn) {
        return Tuple.tuple()
                .addString(signIn.issuer())
                .addString(signIn.subject())
                .addString(signIn.email())
                .addBoolean(signIn.emailVerified())
                .addString(signIn.name())
                .addString(signIn.givenName())
                .addString(signIn.familyName())
                .addString(signIn.avatarUrl())
                .addString(signIn.phone())
                .addBoolean(signIn.platformAdmin());
    }
}
