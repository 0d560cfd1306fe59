package dev.tertulia.platform.holdings;

import java.util.UUID;

/** Each service is to look again whether it holds anything of an erased tenant, and to report. */
public record HoldingsAsked(UUID tenantId) {}
