/** The only ways to the database: inside one tenant's transaction, or through a named door. */
@NullMarked
package dev.tertulia.platform.tenancy;

import org.jspecify.annotations.NullMarked;
