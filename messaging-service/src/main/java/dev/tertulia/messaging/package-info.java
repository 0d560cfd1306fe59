/** What is said: channels, conversations, messages; what comes in from providers and what goes out to them. */
@NullMarked
package dev.tertulia.messaging;

import org.jspecify.annotations.NullMarked;
