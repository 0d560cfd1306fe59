/** Realtime tells open browsers what happened, as soon as it is published, without a gap. */
@NullMarked
package dev.tertulia.messaging.realtime;

import org.jspecify.annotations.NullMarked;
