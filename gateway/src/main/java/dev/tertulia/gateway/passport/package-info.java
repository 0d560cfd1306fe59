/** A passport is what services believe about a caller: the token of five minutes that tenant-service gives for a credential. */
@NullMarked
package dev.tertulia.gateway.passport;

import org.jspecify.annotations.NullMarked;
