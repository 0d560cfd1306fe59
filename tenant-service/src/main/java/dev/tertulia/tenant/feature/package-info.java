/** A feature is a part of the product that can be switched on and off for a tenant, as far as its plan has it. */
@NullMarked
package dev.tertulia.tenant.feature;

import org.jspecify.annotations.NullMarked;
