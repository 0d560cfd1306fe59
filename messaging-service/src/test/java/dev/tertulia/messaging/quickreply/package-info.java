@NullMarked
package dev.tertulia.messaging.quickreply;

import org.jspecify.annotations.NullMarked;
