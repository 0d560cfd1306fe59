/** Outbound: what is to be said to a customer, before a channel puts it into its provider's words. */
@NullMarked
package dev.tertulia.messaging.outbound;

import org.jspecify.annotations.NullMarked;
