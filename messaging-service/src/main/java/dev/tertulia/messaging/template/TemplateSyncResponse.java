package dev.tertulia.messaging.template;

import java.time.Instant;

/** @param templates how many there are now, whatever their status */
public record TemplateSyncResponse(String businessAccountId, int templates, Instant syncedAt) {}
