/** Merges: two contacts that turned out to be one, and the way back. */
@NullMarked
package dev.tertulia.contact.merge;

import org.jspecify.annotations.NullMarked;
