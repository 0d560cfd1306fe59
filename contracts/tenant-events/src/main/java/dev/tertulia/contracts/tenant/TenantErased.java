package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** The tenant is no more: whoever keeps something of it forgets all of it, and passes over what still comes of it. */
public record TenantErased(UUID tenantId) implements TenantEvent {}
