/** The gateway is the one way in for everyone outside. */
@NullMarked
package dev.tertulia.gateway;

import org.jspecify.annotations.NullMarked;
