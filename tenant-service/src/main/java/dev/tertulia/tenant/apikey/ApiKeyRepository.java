package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The API keys of the unit of work's tenant. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
    /** Newest first, which the ids tell. */
    static final Sort BY_ID = Sort.by("api-keys", UUID.class);

    private static final String USED = """
            update api_key set last_used_at = now()
            where tenant_id = current_setting('app.tenant_id')::uuid and id = $1
              and (last_used_at is null or last_used_at < now() - interval '1 minute')""";

    private final TenantDatabase database;

    ApiKeyRepository(TenantDatabase database) {
        this.database = database;
    }

    Uni<List<ApiKey>> page(PageRequest page) {
        return page.after(BY_ID)
                .map(cursor -> find("id < :after order by id desc", Parameters.with("after", cursor.uuid(0))))
                .orElseGet(() -> find("order by id desc"))
                .range(0, page.fetchSize() - 1)
                .list();
    }

    /** Nobody else changes it until the transaction ends. Null where there is none. */
    Uni<ApiKey> forChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Void> used(UUID id) {
        return database.inTransactionUnderWay(connection ->
                connection.preparedQuery(USED).execute(Tuple.of(id)).replaceWithVoid());
    }
}
