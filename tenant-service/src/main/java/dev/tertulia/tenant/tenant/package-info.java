/** Tenants: organisations with their own data. */
@NullMarked
package dev.tertulia.tenant.tenant;

import org.jspecify.annotations.NullMarked;
