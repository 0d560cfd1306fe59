/** The directory: the contacts of a tenant, persons or groups outside it, as people see, find and edit them. */
@NullMarked
package dev.tertulia.contact.directory;

import org.jspecify.annotations.NullMarked;
