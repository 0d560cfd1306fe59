/** Inbound: what a provider's webhook says, in words that are the same for all providers. */
@NullMarked
package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.NullMarked;
