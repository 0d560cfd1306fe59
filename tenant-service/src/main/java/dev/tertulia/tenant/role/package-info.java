/** Roles: the table of permissions by role, as it applies in a tenant. */
@NullMarked
package dev.tertulia.tenant.role;

import org.jspecify.annotations.NullMarked;
