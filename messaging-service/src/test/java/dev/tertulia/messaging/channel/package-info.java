@NullMarked
package dev.tertulia.messaging.channel;

import org.jspecify.annotations.NullMarked;
