/** A note is what members tell each other about a conversation; the contact never sees it. */
@NullMarked
package dev.tertulia.messaging.note;

import org.jspecify.annotations.NullMarked;
