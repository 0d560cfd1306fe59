/** The whole of Tertulia on one machine, without Docker: what {@code ./dev up} starts. */
@NullMarked
package dev.tertulia.local.stack;

import org.jspecify.annotations.NullMarked;
