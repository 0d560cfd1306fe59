/** Users: people as the identity provider knows them, who belong to no tenant. */
@NullMarked
package dev.tertulia.tenant.user;

import org.jspecify.annotations.NullMarked;
