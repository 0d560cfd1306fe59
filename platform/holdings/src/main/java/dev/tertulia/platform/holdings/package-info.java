/** Holdings: what a service holds of one tenant, read from the catalogue, to be given out whole, erased and counted. */
@NullMarked
package dev.tertulia.platform.holdings;

import org.jspecify.annotations.NullMarked;
