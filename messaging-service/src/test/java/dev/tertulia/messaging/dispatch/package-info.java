@NullMarked
package dev.tertulia.messaging.dispatch;

import org.jspecify.annotations.NullMarked;
