/** What a value must be to mean something outside of ours: a time zone, a language, a country. */
@NullMarked
package dev.tertulia.tenant.validation;

import org.jspecify.annotations.NullMarked;
