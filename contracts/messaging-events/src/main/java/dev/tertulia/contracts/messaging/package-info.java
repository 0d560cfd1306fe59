/** What messaging-service tells the others: its topics, and the records that travel in them. */
@NullMarked
package dev.tertulia.contracts.messaging;

import org.jspecify.annotations.NullMarked;
