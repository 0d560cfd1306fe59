/** A number is a business's WhatsApp line: what it is registered with, and how it misbehaves. */
@NullMarked
package dev.tertulia.local.whatsapp.number;

import org.jspecify.annotations.NullMarked;
