@NullMarked
package dev.tertulia.messaging.attachment;

import org.jspecify.annotations.NullMarked;
