/** The docs are one OpenAPI description of all that can be reached through the gateway. */
@NullMarked
package dev.tertulia.gateway.docs;

import org.jspecify.annotations.NullMarked;
