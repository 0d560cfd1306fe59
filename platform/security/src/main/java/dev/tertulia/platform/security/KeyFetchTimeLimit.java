package dev.tertulia.platform.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Requests wait for keys as long as this and no longer, also where the other side takes connections and is silent. */
@ApplicationScoped
@Unremovable
class KeyFetchTimeLimit implements OidcRequestFilter {
    private final Duration limit;

    KeyFetchTimeLimit(
            @ConfigProperty(name = "tertulia.passports.key-fetch-timeout", defaultValue = "2s") Duration limit) {
        this.limit = limit;
    }

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(limit.toMillis());
        return Uni.createFrom().voidItem();
    }
}
