/** A webhook is what Meta posts to the business: signed, in order, and again until it is taken. */
@NullMarked
package dev.tertulia.local.whatsapp.webhook;

import org.jspecify.annotations.NullMarked;
