/** A conversation is the thread between a contact's identity and a channel. */
@NullMarked
package dev.tertulia.messaging.conversation;

import org.jspecify.annotations.NullMarked;
