/** Domain events: they commit with the change they tell of, are published at least once, in order per aggregate. */
@NullMarked
package dev.tertulia.platform.events;

import org.jspecify.annotations.NullMarked;
