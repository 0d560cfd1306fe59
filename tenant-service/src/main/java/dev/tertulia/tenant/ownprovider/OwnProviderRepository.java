package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The own provider of the unit of work's tenant. */
@ApplicationScoped
class OwnProviderRepository {
    private static final String FIND = """
            select issuer, client_id, client_secret, enabled, required, authorization_endpoint, token_endpoint, jwks_uri,
                client_authentication, updated_at
            from identity_provider""";

    private static final String SET = """
            insert into identity_provider (issuer, client_id, client_secret, enabled, required, authorization_endpoint,
                token_endpoint, jwks_uri, client_authentication)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (tenant_id) do update set issuer = excluded.issuer, client_id = excluded.client_id,
                client_secret = excluded.client_secret, enabled = excluded.enabled, required = excluded.required,
                authorization_endpoint = excluded.authorization_endpoint, token_endpoint = excluded.token_endpoint,
                jwks_uri = excluded.jwks_uri, client_authentication = excluded.client_authentication""";

    /** Unless another was set meanwhile. */
    private static final String RENEW = "update identity_provider set client_secret = $2 where client_secret = $1";

    private static final String REMOVE = "delete from identity_provider";

    /** One look for each passport. */
    private static final String RULES = """
            select coalesce(bool_or(p.enabled), false) as enabled, coalesce(bool_or(p.required), false) as required,
                exists (select from sign_in_domain d where d.domain = $1 and d.verified_at is not null) as covered
            from identity_provider p""";

    private static final String TO_SYNC = "select problem from identity_provider_to_sync()";

    private final TenantDatabase database;

    OwnProviderRepository(TenantDatabase database) {
        this.database = database;
    }

    /**
     * What has still to be carried to Keycloak.
     *
     * @param problem why it did not get there; null where it is just on its way
     */
    record Waiting(@Nullable String problem) {}

    Uni<Optional<StoredProvider>> find() {
        return database.inTransaction(
                connection -> connection.query(FIND).execute().map(OwnProviderRepository::first));
    }

    Uni<Void> set(StoredProvider provider) {
        Tuple values = Tuple.tuple()
                .addString(provider.issuer())
                .addString(provider.clientId())
                .addString(provider.sealedSecret())
                .addBoolean(provider.enabled())
                .addBoolean(provider.required())
                .addString(provider.authorizationEndpoint())
                .addString(provider.tokenEndpoint())
                .addString(provider.jwksUri())
                .addString(provider.clientAuthentication());
        return database.inTransaction(
                connection -> connection.preparedQuery(SET).execute(values).replaceWithVoid());
    }

    /** The same secret, encrypted under another key. */
    Uni<Void> renew(String sealedSecret, String renewed) {
        return database.inTransaction(connection -> connection
                .preparedQuery(RENEW)
                .execute(Tuple.of(sealedSecret, renewed))
                .replaceWithVoid());
    }

    Uni<Void> remove() {
        return database.inTransaction(
                connection -> connection.query(REMOVE).execute().replaceWithVoid());
    }

    Uni<SignInRules> rules(@Nullable String domain) {
        return database.inTransaction(connection -> connection
                .preparedQuery(RULES)
                .execute(Tuple.of(domain))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new SignInRules(
                            row.getBoolean("enabled"), row.getBoolean("required"), row.getBoolean("covered"));
                }));
    }

    /** Empty where all is as it was set. */
    Uni<Optional<Waiting>> waiting() {
        return database.inTransaction(connection -> connection
                .query(TO_SYNC)
                .execute()
                .map(rows -> {
                    var iterator = rows.iterator();
                    return iterator.hasNext()
                            ? Optional.of(new Waiting(iterator.next().getString("problem")))
                            : Optional.empty();
                }));
    }

    private static Optional<StoredProvider> first(RowSet<Row> rows) {
        var iterator = rows.iterator();
        return iterator.hasNext() ? Optional.of(provider(iterator.next())) : Optional.empty();
    }

    private static StoredProvider provider(Row row) {
        return new StoredProvider(
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("client_secret"),
                row.getBoolean("enabled"),
                row.getBoolean("required"),
                row.getString("authorization_endpoint"),
                row.getString("token_endpoint"),
                row.getString("jwks_uri"),
                row.getString("client_authentication"),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}
