@NullMarked
package dev.tertulia.contact.tenant;

import org.jspecify.annotations.NullMarked;
