/** Consumers: each event takes effect once, in order per aggregate, or is kept on a dead-letter topic. */
@NullMarked
package dev.tertulia.platform.events.consume;

import org.jspecify.annotations.NullMarked;
