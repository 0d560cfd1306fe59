/** Whole flows over HTTP and Kafka, on the whole stack as operators run it. */
@NullMarked
package dev.tertulia.system;

import org.jspecify.annotations.NullMarked;
