/** What tenant-service says to the others: which tenant exists and may do what, who belongs to it and as what. */
@NullMarked
package dev.tertulia.contracts.tenant;

import org.jspecify.annotations.NullMarked;
