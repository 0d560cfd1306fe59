/** Features that are switched on and off for a tenant, and the paths that belong to each. */
@NullMarked
package dev.tertulia.gateway.feature;

import org.jspecify.annotations.NullMarked;
