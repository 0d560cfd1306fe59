/** A tenant is an organisation with its own data; tenant-service says how it stands and what its plan allows. */
@NullMarked
package dev.tertulia.messaging.tenant;

import org.jspecify.annotations.NullMarked;
