package dev.tertulia.tenant.identity;

import dev.tertulia.tenant.identity.keycloak.KeycloakPeople;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Has people set up a second factor when they sign in next, where they have none and people are ours. */
@ApplicationScoped
public class SecondFactors {
    private static final Logger LOG = Logger.getLogger(SecondFactors.class);

    /** Whoever is refused comes again and again. */
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;

    private final IdentityConfig config;
    private final KeycloakPeople people;
    private final Clock clock;
    private final Map<String, Instant> demanded = new ConcurrentHashMap<>();

    SecondFactors(IdentityConfig config, KeycloakPeople people, Clock clock) {
        this.config = config;
        this.people = people;
        this.clock = clock;
    }

    /** Whether it worked is logged only: whoever waits for the refusal that goes with it shall not wait long. */
    public Uni<Void> demandOf(String subject) {
        if (config.provider() != IdentityConfig.Provider.KEYCLOAK || !isDue(subject)) {
            return Uni.createFrom().voidItem();
        }
        return people.demandSecondFactor(subject)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .invoke(failure -> {
                    demanded.remove(subject);
                    LOG.warnf("A second factor is not demanded yet of %s: %s", subject, failure.getMessage());
                })
                .onFailure()
                .recoverWithNull();
    }

    private boolean isDue(String subject) {
        Instant now = clock.instant();
        if (demanded.size() >= MOST_REMEMBERED) {
            demanded.clear();
        }
        Instant last = demanded.get(subject);
        if (last != null && last.plus(ONCE_IN).isAfter(now)) {
            return false;
        }
        demanded.put(subject, now);
        return true;
    }
}
