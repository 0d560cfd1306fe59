package dev.tertulia.messaging.realtime;

import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Feature;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Opens no socket for whose tenant has conversations switched off; who may open one at all is looked at elsewhere. That it
 * is switched off later closes it at the gateway.
 */
@ApplicationScoped
class RealtimeFeature implements HttpUpgradeCheck {
    private static final int FORBIDDEN = 403;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        return upgrade.securityIdentity()
                .map(identity -> Caller.find(identity)
                                .filter(caller -> !caller.has(Feature.CONVERSATIONS))
                                .isEmpty()
                        ? CheckResult.permitUpgradeSync()
                        : CheckResult.rejectUpgradeSync(FORBIDDEN));
    }
}
