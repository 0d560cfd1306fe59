@NullMarked
package dev.tertulia.messaging.contact;

import org.jspecify.annotations.NullMarked;
