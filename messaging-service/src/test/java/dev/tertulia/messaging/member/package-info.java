@NullMarked
package dev.tertulia.messaging.member;

import org.jspecify.annotations.NullMarked;
