/** A route says which service answers the paths below a prefix, and within which bounds. */
@NullMarked
package dev.tertulia.gateway.route;

import org.jspecify.annotations.NullMarked;
