/** Control is how people and tests play the customers, and tell the simulator to misbehave. */
@NullMarked
package dev.tertulia.local.whatsapp.control;

import org.jspecify.annotations.NullMarked;
