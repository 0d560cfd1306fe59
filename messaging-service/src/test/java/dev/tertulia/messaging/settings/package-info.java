@NullMarked
package dev.tertulia.messaging.settings;

import org.jspecify.annotations.NullMarked;
