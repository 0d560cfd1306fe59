@NullMarked
package dev.tertulia.messaging.ingest;

import org.jspecify.annotations.NullMarked;
