/** Identity: the people of the OIDC provider, as far as it lets us look after them there. */
@NullMarked
package dev.tertulia.tenant.identity;

import org.jspecify.annotations.NullMarked;
