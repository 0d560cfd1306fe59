/** The journal is a file of what happened, so that a demo survives a restart. */
@NullMarked
package dev.tertulia.local.whatsapp.journal;

import org.jspecify.annotations.NullMarked;
