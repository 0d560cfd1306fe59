/** What callers can ask about themselves. */
@NullMarked
package dev.tertulia.tenant.me;

import org.jspecify.annotations.NullMarked;
