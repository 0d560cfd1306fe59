package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.crypto.RandomTokens;
import dev.tertulia.platform.crypto.TokenHash;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** How another system calls on behalf of a tenant. Of the key itself only a hash is kept. */
@Entity
@Table(name = "api_key")
@DynamicUpdate
class ApiKey {
    static final String KIND = "tk";

    @Id
    UUID id;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String prefix;

    @Column(updatable = false)
    String hash;

    @Column(updatable = false)
    Role role;

    /** Null: all that the role permits. */
    @Column(updatable = false)
    String @Nullable [] scopes;

    @Column(name = "created_by", updatable = false)
    UUID createdBy;

    @Column(name = "expires_at", updatable = false)
    @Nullable
    Instant expiresAt;

    // Written by a statement of its own, at most once a minute.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    @Nullable
    Instant lastUsedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    ApiKey() {}

    ApiKey(UUID id, String key, NewApiKey wanted, UUID createdBy, Instant now) {
        this.id = id;
        name = wanted.name();
        prefix = RandomTokens.visiblePart(key);
        hash = TokenHash.of(key);
        role = wanted.role();
        scopes = wanted.scopes() == null
                ? null
                : wanted.scopes().stream().sorted().distinct().toArray(String[]::new);
        this.createdBy = createdBy;
        expiresAt = wanted.expiresAt();
        createdAt = now;
    }

    /** Repeating it changes nothing. */
    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean matches(String key) {
        return TokenHash.matches(key, hash);
    }

    Set<String> permissions() {
        return scopes == null ? RolePermissions.of(role) : Set.copyOf(List.of(scopes));
    }
}
