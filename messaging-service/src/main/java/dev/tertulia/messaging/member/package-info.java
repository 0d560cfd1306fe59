/** A member is a user's place in one tenant; tenant-service says who is one, and the inbox whom it can be given to. */
@NullMarked
package dev.tertulia.messaging.member;

import org.jspecify.annotations.NullMarked;
