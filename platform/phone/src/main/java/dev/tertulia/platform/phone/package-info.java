/** Phone numbers: however they are written, the same line becomes the same value. */
@NullMarked
package dev.tertulia.platform.phone;

import org.jspecify.annotations.NullMarked;
