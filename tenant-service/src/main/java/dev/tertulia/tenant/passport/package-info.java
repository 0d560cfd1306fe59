/** Passports: the tokens of five minutes that the gateway gets for what its callers show. */
@NullMarked
package dev.tertulia.tenant.passport;

import org.jspecify.annotations.NullMarked;
