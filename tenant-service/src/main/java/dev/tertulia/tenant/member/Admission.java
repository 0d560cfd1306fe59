package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import java.util.Set;
import java.util.UUID;

/**
 * As what a user is let into a tenant.
 *
 * @param permissions those of the role and the member's extra ones
 */
public record Admission(UUID memberId, Role role, Set<String> permissions) {}
