@NullMarked
package dev.tertulia.contact;

import org.jspecify.annotations.NullMarked;
