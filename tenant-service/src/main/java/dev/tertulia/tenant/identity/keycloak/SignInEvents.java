package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.IdentityTasks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads what Keycloak has noted of sign-ins into the audit of the tenants whose members they are. Each round begins a
 * while before where the last one ended, since what happened then may only have been written since; {@link SignInAudit}
 * takes each event once. What was read is remembered in the database, so that neither a restart nor another replica loses
 * or repeats anything.
 */
@ApplicationScoped
class SignInEvents {
    private static final Logger LOG = Logger.getLogger(SignInEvents.class);
    private static final int PAGE = 100;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final KeycloakAdmin keycloak;
    private final IdentityTasks tasks;
    private final SignInAudit audit;
    private final IdentityConfig config;
    private volatile boolean failing;

    SignInEvents(KeycloakAdmin keycloak, IdentityTasks tasks, SignInAudit audit, IdentityConfig config) {
        this.keycloak = keycloak;
        this.tasks = tasks;
        this.audit = audit;
        this.config = config;
    }

    @Scheduled(
            every = "${tertulia.identity.events-interval:3s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        if (config.provider() != IdentityConfig.Provider.KEYCLOAK) {
            return Uni.createFrom().voidItem();
        }
        return tasks.alone(
                        IdentityTasks.EVENTS,
                        LIMIT,
                        () -> tasks.readTo(IdentityTasks.EVENTS)
                                .call(readTo -> tasks.haveReadTo(IdentityTasks.EVENTS, readTo))
                                .flatMap(readTo -> pagesFrom(readTo.minus(config.eventsLateBy()), 0)))
                .invoke(read -> failing = false)
                .onFailure()
                .invoke(this::tellOnce)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** Oldest first, so that what is interrupted goes on where it was. */
    private Uni<Integer> pagesFrom(Instant from, int first) {
        String path = "/events?direction=asc&dateFrom=%d&first=%d&max=%d".formatted(from.toEpochMilli(), first, PAGE);
        return keycloak.get(path)
                .map(answer -> answer.required("reading events").list())
                .call(this::take)
                .flatMap(page -> page.size() < PAGE
                        ? Uni.createFrom().item(first + page.size())
                        : pagesFrom(from, first + PAGE));
    }

    private Uni<Void> take(List<JsonObject> page) {
        if (page.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(page)
                .map(SignInEvent::from)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .onItem()
                .transformToUniAndConcatenate(audit::note)
                .collect()
                .last()
                .chain(() -> tasks.haveReadTo(IdentityTasks.EVENTS, SignInEvent.time(page.getLast())));
    }

    private void tellOnce(Throwable failure) {
        LOG.logf(
                failing ? Logger.Level.DEBUG : Logger.Level.WARN,
                "Keycloak's events cannot be read, and will be tried again: %s",
                failure.getMessage());
        failing = true;
    }
}
