/** Signing in: what a tenant demands of it. */
@NullMarked
package dev.tertulia.tenant.signin;

import org.jspecify.annotations.NullMarked;
