/** An allowance is what a tenant may use of something, a metric, and what it has used of it: taken where it has its effect. */
@NullMarked
package dev.tertulia.platform.allowance;

import org.jspecify.annotations.NullMarked;
