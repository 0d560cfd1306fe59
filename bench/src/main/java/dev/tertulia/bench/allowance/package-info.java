/** What it costs to take each message from what the tenant may send. */
@NullMarked
package dev.tertulia.bench.allowance;

import org.jspecify.annotations.NullMarked;
