package dev.tertulia.platform.events;

import java.util.UUID;

/** An event with its tenant, for the one writer that commits the work of several tenants at once. */
public record TenantEvent(UUID tenantId, OutboxEvent event) {}
