@NullMarked
package dev.tertulia.contact.merge;

import org.jspecify.annotations.NullMarked;
