/** Health is whether all services together can do their work. */
@NullMarked
package dev.tertulia.gateway.health;

import org.jspecify.annotations.NullMarked;
