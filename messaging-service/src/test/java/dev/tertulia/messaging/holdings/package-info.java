@NullMarked
package dev.tertulia.messaging.holdings;

import org.jspecify.annotations.NullMarked;
