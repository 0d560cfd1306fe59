/** Settings: what a tenant can decide for itself, by key, each with a type and a default. */
@NullMarked
package dev.tertulia.tenant.setting;

import org.jspecify.annotations.NullMarked;
