/** A ticket lets a browser open a realtime socket, for which it cannot send a credential: once, within 30 seconds. */
@NullMarked
package dev.tertulia.gateway.realtime;

import org.jspecify.annotations.NullMarked;
