/** Quick reply: what is said often, written with a few letters after a slash. */
@NullMarked
package dev.tertulia.messaging.quickreply;

import org.jspecify.annotations.NullMarked;
