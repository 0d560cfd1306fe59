/** The event log: what was published lately, in the order of publication. */
@NullMarked
package dev.tertulia.platform.events.log;

import org.jspecify.annotations.NullMarked;
