/** Dispatch is the sending of what was queued: in order within a conversation, fairly, at the pace a channel allows, once. */
@NullMarked
package dev.tertulia.messaging.dispatch;

import org.jspecify.annotations.NullMarked;
