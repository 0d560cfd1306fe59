package dev.tertulia.tenant.identity;

import dev.tertulia.tenant.identity.keycloak.KeycloakPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Chooses by configuration. */
class PeopleChoice {
    @Produces
    @ApplicationScoped
    People people(IdentityConfig config, KeycloakPeople keycloak) {
        return switch (config.provider()) {
            case KEYCLOAK -> keycloak;
            case NONE -> new PeopleOfOthers();
        };
    }
}
