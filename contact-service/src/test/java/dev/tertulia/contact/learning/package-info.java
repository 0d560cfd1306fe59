@NullMarked
package dev.tertulia.contact.learning;

import org.jspecify.annotations.NullMarked;
