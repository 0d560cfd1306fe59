/** Reconciliation: what differs between what the identity provider is to be and what it is, on demand. */
@NullMarked
package dev.tertulia.tenant.identity.reconciliation;

import org.jspecify.annotations.NullMarked;
