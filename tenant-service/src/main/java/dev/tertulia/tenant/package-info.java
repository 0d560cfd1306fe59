/** tenant-service: which organisations there are, who belongs to them, and what they may do. */
@NullMarked
package dev.tertulia.tenant;

import org.jspecify.annotations.NullMarked;
