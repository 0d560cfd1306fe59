package dev.tertulia.platform.tenancy;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the one pool of a service's default datasource, so that no code of the service holds another. */
@Singleton
final class TenantPoolCreator implements PgPoolCreator {
    private volatile @Nullable TenantPool created;

    @Override
    public Pool create(Input input) {
        TenantPool pool = new TenantPool(PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build());
        created = pool;
        return pool;
    }

    Pool withoutTenant() {
        TenantPool pool = created;
        if (pool == null) {
            throw new IllegalStateException("The default datasource has not been started");
        }
        return pool.withoutTenant();
    }
}
