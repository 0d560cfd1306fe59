@NullMarked
package dev.tertulia.messaging.tenant;

import org.jspecify.annotations.NullMarked;
