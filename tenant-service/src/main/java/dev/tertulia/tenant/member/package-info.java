/** Members: a user's place in one tenant, with a role. */
@NullMarked
package dev.tertulia.tenant.member;

import org.jspecify.annotations.NullMarked;
