/** An attachment is a file of a message: its bytes in the storage, fetched from the provider or uploaded to be sent. */
@NullMarked
package dev.tertulia.messaging.attachment;

import org.jspecify.annotations.NullMarked;
