/** What travels with a unit of work beside its tenant: the id of the request that began it. */
@NullMarked
package dev.tertulia.platform.context;

import org.jspecify.annotations.NullMarked;
