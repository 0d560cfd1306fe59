package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** A tenant exists from now on. */
public record TenantCreated(UUID tenantId, TenantDetails tenant) implements TenantEvent {}
