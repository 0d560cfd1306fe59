/** Signing keys: what passports are signed with, and by which everyone knows them for ours. */
@NullMarked
package dev.tertulia.tenant.signing;

import org.jspecify.annotations.NullMarked;
