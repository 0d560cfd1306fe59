/** Sending is what a person does: to say something in a conversation, to begin one, to take a message back or try it again. */
@NullMarked
package dev.tertulia.messaging.sending;

import org.jspecify.annotations.NullMarked;
