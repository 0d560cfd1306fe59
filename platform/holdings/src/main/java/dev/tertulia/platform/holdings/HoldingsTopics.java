package dev.tertulia.platform.holdings;

import dev.tertulia.platform.events.PublishedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * By what services tell one another of a tenant's holdings. All but {@link #TENANT_ERASED} are internal and may change.
 */
@ApplicationScoped
public class HoldingsTopics implements PublishedTopics {
    /** tenant-service says so, and every service erases. */
    public static final String TENANT_ERASED = "tenant.erased";

    /** tenant-service asks for another sweep and another report: {@link HoldingsAsked}. */
    public static final String HOLDINGS_ASKED = "tenant.holdings-asked";

    /** A service holds nothing more: {@link HoldingsErased}. */
    public static final String HOLDINGS_ERASED = "tenant.holdings-erased";

    /** All that a service holds was given out: {@link HoldingsExported}. */
    public static final String HOLDINGS_EXPORTED = "tenant.holdings-exported";

    /**
     * Whose events those are that are about a tenant that is no more: the installation's own. An event of the tenant
     * would be a row of it, in outboxes and in what consumers remember.
     */
    public static final UUID INSTALLATION = new UUID(0, 0);

    @Override
    public Collection<String> names() {
        return List.of(HOLDINGS_ERASED, HOLDINGS_EXPORTED);
    }
}
