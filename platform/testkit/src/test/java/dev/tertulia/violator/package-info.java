/** A service that breaks every rule of the house, one by one. */
@NullMarked
package dev.tertulia.violator;

import org.jspecify.annotations.NullMarked;
