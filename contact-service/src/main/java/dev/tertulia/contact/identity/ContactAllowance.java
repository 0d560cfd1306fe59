package dev.tertulia.contact.identity;

import dev.tertulia.contracts.tenant.Metrics;
import dev.tertulia.platform.allowance.Metric;

/** What a tenant's plan limits here: how many contacts there are, merged and erased ones not among them. */
public final class ContactAllowance {
    public static final Metric CONTACTS = Metric.level(Metrics.CONTACTS);

    private ContactAllowance() {}
}
