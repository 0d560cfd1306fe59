/** Sign-ups: strangers found a tenant, once they have shown that an e-mail address is theirs. */
@NullMarked
package dev.tertulia.tenant.signup;

import org.jspecify.annotations.NullMarked;
