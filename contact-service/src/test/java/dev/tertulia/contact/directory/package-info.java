@NullMarked
package dev.tertulia.contact.directory;

import org.jspecify.annotations.NullMarked;
