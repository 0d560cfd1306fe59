@NullMarked
package dev.tertulia.messaging;

import org.jspecify.annotations.NullMarked;
