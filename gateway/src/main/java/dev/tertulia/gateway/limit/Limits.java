package dev.tertulia.gateway.limit;

import jakarta.inject.Singleton;

/** The limits of the gateway. */
@Singleton
public class Limits {
    private final Limit tenants;
    private final Limit addresses;
    private final Limit webhooks;

    Limits(LimitConfig config) {
        this.tenants = new Limit(config.tenant(), config.counted());
        this.addresses = new Limit(config.address(), config.counted());
        this.webhooks = new Limit(config.webhook(), config.counted());
    }

    public Limit tenants() {
        return tenants;
    }

    public Limit addresses() {
        return addresses;
    }

    public Limit webhooks() {
        return webhooks;
    }
}
