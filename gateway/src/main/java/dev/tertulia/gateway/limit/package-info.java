/** A limit is how often someone may call: a tenant, an address, or a channel through its webhook. */
@NullMarked
package dev.tertulia.gateway.limit;

import org.jspecify.annotations.NullMarked;
