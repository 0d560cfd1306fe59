/** An exchange is one call on its way to a service and back; a tunnel is an open WebSocket between the two. */
@NullMarked
package dev.tertulia.gateway.proxy;

import org.jspecify.annotations.NullMarked;
