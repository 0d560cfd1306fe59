/** The web console: the files of its build, and what it has to know before anybody signed in. */
@NullMarked
package dev.tertulia.gateway.console;

import org.jspecify.annotations.NullMarked;
