package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** From now on the tenant reads and cannot send; its inbound messages are still received and kept. */
public record TenantSuspended(UUID tenantId, TenantDetails tenant) implements TenantEvent {}
