/** API keys: how another system calls on behalf of a tenant. */
@NullMarked
package dev.tertulia.tenant.apikey;

import org.jspecify.annotations.NullMarked;
