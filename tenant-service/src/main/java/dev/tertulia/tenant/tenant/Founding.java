package dev.tertulia.tenant.tenant;

import io.smallrye.mutiny.Uni;

/** What a tenant is given when it is created, whoever creates it. */
public interface Founding {
    /** Runs in the transaction that creates the tenant, in its unit of work. */
    Uni<Void> found(TenantView tenant);
}
