/** Real PostgreSQL and Kafka without a container engine, as tests, the local stack and the bench run them. */
@NullMarked
package dev.tertulia.platform.servers;

import org.jspecify.annotations.NullMarked;
