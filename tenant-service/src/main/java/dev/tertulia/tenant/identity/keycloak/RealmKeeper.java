package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.IdentityTasks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has the realm be as it should be when we start, as soon as Keycloak is there. Afterwards by command only. */
@ApplicationScoped
class RealmKeeper {
    private static final Logger LOG = Logger.getLogger(RealmKeeper.class);
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final RealmState realm;
    private final IdentityTasks tasks;
    private volatile boolean done;
    private volatile boolean told;

    RealmKeeper(RealmState realm, IdentityTasks tasks, IdentityConfig config) {
        this.realm = realm;
        this.tasks = tasks;
        this.done = config.provider() != IdentityConfig.Provider.KEYCLOAK;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> provision() {
        if (done) {
            return Uni.createFrom().voidItem();
        }
        return tasks.alone(IdentityTasks.REALM, LIMIT, this::mend)
                .invoke(this::tell)
                .onFailure()
                .invoke(this::tellOnce)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<List<Finding>> mend() {
        return realm.compare()
                .call(findings -> Multi.createFrom()
                        .iterable(findings)
                        .onItem()
                        .transformToUniAndConcatenate(finding -> finding.repair() == null
                                ? Uni.createFrom().voidItem()
                                : finding.repair().get())
                        .collect()
                        .asList());
    }

    private void tell(Optional<List<Finding>> mended) {
        mended.ifPresent(findings -> {
            done = true;
            findings.forEach(finding -> LOG.infof(
                    "Keycloak, %s %s: %s",
                    finding.kind(), finding.subject(), finding.repair() == null ? "only a person can mend it" : "set"));
            LOG.infof("The realm is as it should be; changed: %d", findings.size());
        });
    }

    private void tellOnce(Throwable failure) {
        LOG.logf(
                told ? Logger.Level.DEBUG : Logger.Level.WARN,
                "The realm is not looked after yet, and will be tried again: %s",
                failure.getMessage());
        told = true;
    }
}
