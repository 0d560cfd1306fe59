/** Ingest makes what providers' webhooks say durable before it answers them, sharing commits between webhooks. */
@NullMarked
package dev.tertulia.messaging.ingest;

import org.jspecify.annotations.NullMarked;
