/** Identities: the ways to reach a contact, and the rules by which two of them are the same. */
@NullMarked
package dev.tertulia.contact.identity;

import org.jspecify.annotations.NullMarked;
