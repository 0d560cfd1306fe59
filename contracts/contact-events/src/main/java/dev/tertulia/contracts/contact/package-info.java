/** What contact-service says to the others: which contact was learned, changed, merged, divided again or forgotten. */
@NullMarked
package dev.tertulia.contracts.contact;

import org.jspecify.annotations.NullMarked;
