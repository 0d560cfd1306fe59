/** Own provider: the identity provider that a tenant brings for the people of its e-mail domains, and the domains. */
@NullMarked
package dev.tertulia.tenant.ownprovider;

import org.jspecify.annotations.NullMarked;
