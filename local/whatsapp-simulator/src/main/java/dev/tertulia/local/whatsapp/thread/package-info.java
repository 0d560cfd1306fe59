/** A thread is what one customer and one number have said to each other, with its ticks and media. */
@NullMarked
package dev.tertulia.local.whatsapp.thread;

import org.jspecify.annotations.NullMarked;
