/** Erasure: the end of a tenant, in every service, with proof. */
@NullMarked
package dev.tertulia.tenant.erasure;

import org.jspecify.annotations.NullMarked;
