package dev.tertulia.tenant.identity;

import dev.tertulia.platform.web.ProblemException;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who looks after people, and how we reach it where that is us. */
@ConfigMapping(prefix = "tertulia.identity")
public interface IdentityConfig {
    /** Whether the identity provider is a Keycloak of which a realm is ours. */
    @WithDefault("none")
    Provider provider();

    /** As its tokens say in {@code iss}. Of a Keycloak it ends in {@code /realms/<the realm that is ours>}. */
    URI issuer();

    /** Where we reach Keycloak, if that is another address than the issuer's. */
    Optional<URI> url();

    /** The client by whose service account the realm is looked after. */
    @WithDefault("tertulia-tenant-service")
    String adminClientId();

    /** That client's secret. Keycloak is of no use to us without. */
    Optional<String> adminClientSecret();

    /** How long a connection may take to come about. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How long Keycloak may take for one answer. A password takes it a while. */
    @WithDefault("10s")
    Duration answerTimeout();

    /** How often it is tried again when no answer comes, or one of trouble. */
    @WithDefault("2")
    int retries();

    /** How many connections are open at most, and a quarter of how many requests may wait for one. */
    @WithDefault("16")
    int connections();

    /**
     * For how long after it happened an event of Keycloak's may still appear. It is written at the end of the transaction
     * that it is part of, and replicas' clocks differ.
     */
    @WithDefault("2m")
    Duration eventsLateBy();

    /** How often Keycloak's events are read. */
    @WithDefault("3s")
    Duration eventsInterval();

    /** Where the console is: browsers come back there after they have signed in. */
    @WithDefault("http://localhost:8080,http://localhost:5173")
    List<String> consoleUrls();

    /** Whether people may sign in to the console's client by password alone, as a developer's curl does. */
    @WithDefault("false")
    boolean consolePasswordGrant();

    /** Fails with {@link IdentityProblem#NOT_OURS} where another than us looks after the identity provider. */
    static void requireOurs(IdentityConfig config) {
        if (config.provider() != Provider.KEYCLOAK) {
            throw ProblemException.of(
                    IdentityProblem.NOT_OURS, "IDENTITY_PROVIDER says that it is no Keycloak of ours.");
        }
    }

    enum Provider {
        /** Keycloak, whose realm we look after. */
        KEYCLOAK,
        /** Any provider of OpenID Connect, where others look after people. */
        NONE
    }
}
