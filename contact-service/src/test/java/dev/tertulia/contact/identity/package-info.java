@NullMarked
package dev.tertulia.contact.identity;

import org.jspecify.annotations.NullMarked;
