/** Platform administration: what those do who run the installation. */
@NullMarked
package dev.tertulia.tenant.platform;

import org.jspecify.annotations.NullMarked;
