/** A message is one thing said in a conversation, in or out. */
@NullMarked
package dev.tertulia.messaging.message;

import org.jspecify.annotations.NullMarked;
