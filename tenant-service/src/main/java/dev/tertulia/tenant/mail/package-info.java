/** Mail: what is written to people's mailboxes, kept with its cause and sent after the commit. */
@NullMarked
package dev.tertulia.tenant.mail;

import org.jspecify.annotations.NullMarked;
