package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** What can happen to a tenant. */
public sealed interface TenantEvent
        permits TenantCreated,
                TenantUpdated,
                TenantSettingsChanged,
                TenantSuspended,
                TenantReactivated,
                TenantPlanChanged,
                TenantErased {

    /** The tenant that the event is about: its id is the record's key and its sequence is {@code ce_sequence}. */
    UUID tenantId();
}
