/** How fast webhooks become durable, and what it costs, beside a bare server that does the least with the same database. */
@NullMarked
package dev.tertulia.bench.ingest;

import org.jspecify.annotations.NullMarked;
