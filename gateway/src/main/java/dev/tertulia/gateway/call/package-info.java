/** A call is one request from outside, and what the gateway itself answers to it. */
@NullMarked
package dev.tertulia.gateway.call;

import org.jspecify.annotations.NullMarked;
