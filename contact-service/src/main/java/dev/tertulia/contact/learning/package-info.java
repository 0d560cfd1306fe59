/** Learning: what messages tell of who wrote them becomes contacts, identities, names and activity. */
@NullMarked
package dev.tertulia.contact.learning;

import org.jspecify.annotations.NullMarked;
