/** Usage is what a tenant has used of what its plan gives, as the services tell it that count it. */
@NullMarked
package dev.tertulia.tenant.usage;

import org.jspecify.annotations.NullMarked;
