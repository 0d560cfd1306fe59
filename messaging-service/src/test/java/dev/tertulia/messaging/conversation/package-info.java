@NullMarked
package dev.tertulia.messaging.conversation;

import org.jspecify.annotations.NullMarked;
