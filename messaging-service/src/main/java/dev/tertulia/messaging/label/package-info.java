/** A label is a coloured word on a conversation. */
@NullMarked
package dev.tertulia.messaging.label;

import org.jspecify.annotations.NullMarked;
