@NullMarked
package dev.tertulia.messaging.realtime;

import org.jspecify.annotations.NullMarked;
