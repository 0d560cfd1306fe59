@NullMarked
package dev.tertulia.contact.holdings;

import org.jspecify.annotations.NullMarked;
