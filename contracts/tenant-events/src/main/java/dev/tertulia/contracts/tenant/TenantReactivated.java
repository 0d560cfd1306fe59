package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** A tenant that was suspended or cancelled may do again what it could before. */
public record TenantReactivated(UUID tenantId, TenantDetails tenant) implements TenantEvent {}
