package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The domains of the unit of work's tenant. */
@ApplicationScoped
class SignInDomainRepository {
    private static final String COLUMNS = " id, domain, challenge, verified_at, created_at ";
    private static final String ALL = "select" + COLUMNS + "from sign_in_domain order by domain";
    private static final String FIND = "select" + COLUMNS + "from sign_in_domain where id = $1";

    /** Nothing where the domain is claimed already or there are enough; the lock has two at once count each other. */
    private static final String CLAIM = """
            insert into sign_in_domain (domain, challenge)
            select $1, $2 where (select count(*) from sign_in_domain) < $3
            on conflict (tenant_id, domain) do nothing
            returning""" + COLUMNS;

    private static final String LOCK = "select from tenant for no key update";
    private static final String VERIFY = """
            update sign_in_domain set verified_at = coalesce(verified_at, now()) where id = $1 returning""" + COLUMNS;

    private static final String REMOVE = "delete from sign_in_domain where id = $1";

    private final TenantDatabase database;

    SignInDomainRepository(TenantDatabase database) {
        this.database = database;
    }

    Uni<List<SignInDomain>> all() {
        return database.inTransaction(
                connection -> connection.query(ALL).execute().map(SignInDomainRepository::domains));
    }

    Uni<Optional<SignInDomain>> find(UUID id) {
        return one(FIND, Tuple.of(id));
    }

    /** Empty where the tenant claims it already, or as many as it may. */
    Uni<Optional<SignInDomain>> claim(String domain, String challenge, int most) {
        return database.inTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(CLAIM).execute(Tuple.of(domain, challenge, most)))
                .map(rows -> domains(rows).stream().findFirst()));
    }

    /** Fails on the index {@code sign_in_domain_holder} where another tenant holds it. */
    Uni<Optional<SignInDomain>> verify(UUID id) {
        return one(VERIFY, Tuple.of(id));
    }

    /** @return whether it was there */
    Uni<Boolean> remove(UUID id) {
        return database.inTransaction(connection ->
                connection.preparedQuery(REMOVE).execute(Tuple.of(id)).map(rows -> rows.rowCount() == 1));
    }

    private Uni<Optional<SignInDomain>> one(String sql, Tuple values) {
        return database.inTransaction(connection -> connection
                .preparedQuery(sql)
                .execute(values)
                .map(rows -> domains(rows).stream().findFirst()));
    }

    private static List<SignInDomain> domains(RowSet<Row> rows) {
        List<SignInDomain> domains = new ArrayList<>();
        rows.forEach(row -> domains.add(domain(row)));
        return domains;
    }

    private static SignInDomain domain(Row row) {
        OffsetDateTime verifiedAt = row.getOffsetDateTime("verified_at");
        return new SignInDomain(
                row.getUUID("id"),
                row.getString("domain"),
                row.getString("challenge"),
                verifiedAt == null ? null : verifiedAt.toInstant(),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
