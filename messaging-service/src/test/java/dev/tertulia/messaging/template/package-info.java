@NullMarked
package dev.tertulia.messaging.template;

import org.jspecify.annotations.NullMarked;
