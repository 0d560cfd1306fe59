package dev.tertulia.contracts.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant has settled and others go by. What is absent it has left to the installation.
 *
 * @param conversationsReopenWithin an ISO 8601 duration: a conversation resolved less than this ago reopens when its contact
 *     writes, later a new one begins
 * @param providerEventsKeptFor an ISO 8601 period of days: how long webhooks are kept as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantSettings(
        @Nullable String conversationsReopenWithin,
        @Nullable String providerEventsKeptFor) {}
