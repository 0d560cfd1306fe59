/** Invitations: somebody is asked by mail to become a member. */
@NullMarked
package dev.tertulia.tenant.invitation;

import org.jspecify.annotations.NullMarked;
