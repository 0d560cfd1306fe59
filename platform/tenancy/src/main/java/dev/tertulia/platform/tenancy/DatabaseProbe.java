package dev.tertulia.platform.tenancy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks whether the database answers, without looking at any table. */
@ApplicationScoped
public class DatabaseProbe {
    private final Pool pool;

    DatabaseProbe(Pool pool) {
        this.pool = pool;
    }

    /** Completes when it answers; fails when it refuses. How long to wait is the caller's to say. */
    public Uni<Void> ask() {
        return pool.query(TenantPool.HEALTH_CHECK).execute().replaceWithVoid();
    }
}
