/** A service as small as can be, that publishes and consumes. */
@NullMarked
package dev.tertulia.platform.events.probe;

import org.jspecify.annotations.NullMarked;
