package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.security.Role;
import java.util.Set;
import java.util.UUID;

/** A system that has shown a valid key. */
public record KeyHolder(UUID tenantId, UUID keyId, String name, Role role, Set<String> permissions) {}
