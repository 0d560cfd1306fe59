/** A plan says how much a tenant may use of what, and which features it can have. The catalogue is one file. */
@NullMarked
package dev.tertulia.tenant.plan;

import org.jspecify.annotations.NullMarked;
