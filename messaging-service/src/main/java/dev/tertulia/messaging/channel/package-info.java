/** A channel is one connected account of a provider: a WhatsApp number, a bot, a mailbox. */
@NullMarked
package dev.tertulia.messaging.channel;

import org.jspecify.annotations.NullMarked;
