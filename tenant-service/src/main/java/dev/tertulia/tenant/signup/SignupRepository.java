package dev.tertulia.tenant.signup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Sign-ups, in transactions of the platform door. */
@ApplicationScoped
class SignupRepository {
    private static final String ADD = """
            insert into signup (id, tenant_id_to_be, email, name, tenant_name, slug, locale, timezone, country, code_key,
                code_hash, code_expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private static final String FIND = """
            select id, tenant_id_to_be, email, name, tenant_name, slug, locale, timezone, country, code_key, code_hash,
                   code_expires_at, tries, confirmed_at
            from signup where id = $1 for update""";

    private static final String TRIED = "update signup set tries = tries + 1 where id = $1";

    private static final String RENEW = """
            update signup set code_key = $2, code_hash = $3, code_expires_at = $4, tries = 0 where id = $1""";

    private static final String CONFIRM =
            "update signup set confirmed_at = coalesce(confirmed_at, now()) where id = $1";

    private static final String FORGET = "delete from signup where created_at < $1";
    private static final String FORGET_CALLS = "delete from throttle where used_until < now()";

    Uni<Void> add(SqlConnection connection, Signup signup) {
        Tuple values = Tuple.tuple()
                .addUUID(signup.id())
                .addUUID(signup.tenantId())
                .addString(signup.email())
                .addString(signup.name())
                .addString(signup.tenantName())
                .addString(signup.slug())
                .addString(signup.locale())
                .addString(signup.timezone())
                .addString(signup.country())
                .addString(signup.code().sealedKey())
                .addString(signup.code().hash())
                .addOffsetDateTime(signup.codeExpiresAt().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(ADD).execute(values).replaceWithVoid();
    }

    /** Nobody else tries its code until the transaction ends. */
    Uni<Optional<Signup>> findForChange(SqlConnection connection, UUID id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> {
            var iterator = rows.iterator();
            return iterator.hasNext() ? Optional.of(signup(iterator.next())) : Optional.empty();
        });
    }

    Uni<Void> tried(SqlConnection connection, UUID id) {
        return connection.preparedQuery(TRIED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Another code in the place of the one before, of which nothing works any more. */
    Uni<Void> renew(SqlConnection connection, UUID id, OneTimeCode code, Instant expiresAt) {
        return connection
                .preparedQuery(RENEW)
                .execute(Tuple.of(id, code.sealedKey(), code.hash(), expiresAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> confirm(SqlConnection connection, UUID id) {
        return connection.preparedQuery(CONFIRM).execute(Tuple.of(id)).replaceWithVoid();
    }

    Uni<Integer> forget(SqlConnection connection, Instant before) {
        return connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC)))
                .flatMap(forgotten -> connection.query(FORGET_CALLS).execute().replaceWith(forgotten.rowCount()));
    }

    private static Signup signup(Row row) {
        return new Signup(
                row.getUUID("id"),
                row.getUUID("tenant_id_to_be"),
                row.getString("email"),
                row.getString("name"),
                row.getString("tenant_name"),
                row.getString("slug"),
                row.getString("locale"),
                row.getString("timezone"),
                row.getString("country"),
                new OneTimeCode(row.getString("code_key"), row.getString("code_hash")),
                row.getOffsetDateTime("code_expires_at").toInstant(),
                row.getInteger("tries"),
                row.getOffsetDateTime("confirmed_at") != null);
    }
}
