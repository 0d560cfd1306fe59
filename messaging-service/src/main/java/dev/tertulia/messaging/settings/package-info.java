/** Settings: what a tenant has settled in tenant-service, as far as messages and conversations go by it. */
@NullMarked
package dev.tertulia.messaging.settings;

import org.jspecify.annotations.NullMarked;
