/** The contract by which every service's schema keeps tenants apart, read from the catalogue and attacked. */
@NullMarked
package dev.tertulia.platform.testkit.tenancy;

import org.jspecify.annotations.NullMarked;
