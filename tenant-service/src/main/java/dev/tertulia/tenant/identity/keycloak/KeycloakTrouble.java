package dev.tertulia.tenant.identity.keycloak;

/** No answer, or one that says nothing but that Keycloak is in trouble. It may help to try again. */
final class KeycloakTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeycloakTrouble(String message) {
        super(message, null, false, false);
    }
}
