/** A subscription says which plan a tenant has, until when, and what comes then; with exceptions it says what it may use. */
@NullMarked
package dev.tertulia.tenant.subscription;

import org.jspecify.annotations.NullMarked;
