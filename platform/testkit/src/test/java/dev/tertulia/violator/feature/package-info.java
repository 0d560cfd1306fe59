@NullMarked
package dev.tertulia.violator.feature;

import org.jspecify.annotations.NullMarked;
