/** The rules of the house that a machine can hold. */
@NullMarked
package dev.tertulia.platform.testkit.architecture;

import org.jspecify.annotations.NullMarked;
