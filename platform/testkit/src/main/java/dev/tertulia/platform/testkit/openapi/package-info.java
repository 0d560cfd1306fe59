/** What a service says of its own API. */
@NullMarked
package dev.tertulia.platform.testkit.openapi;

import org.jspecify.annotations.NullMarked;
