/** A mail server for one machine: takes whatever is sent, to whomever, and shows it on a page. */
@NullMarked
package dev.tertulia.local.mail;

import org.jspecify.annotations.NullMarked;
