/** Keycloak: the realm that is ours, reached by its administration's API. */
@NullMarked
package dev.tertulia.tenant.identity.keycloak;

import org.jspecify.annotations.NullMarked;
