package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.crypto.RandomTokens;
import dev.tertulia.platform.crypto.TokenHash;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
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

    /** As they were called when they made it; null for keys that were made before it was noted. */
    @Column(name = "created_by_name", updatable = false)
    @Nullable
    String createdByName;

    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;

    /** The key that takes its place; until it expires both work. */
    @Column(name = "replaced_by")
    @Nullable
    UUID replacedBy;

    @Column(updatable = false)
    @Nullable
    UUID replaces;

    // Written by a statement of its own, at most once a minute.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    @Nullable
    Instant lastUsedAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    ApiKey() {}

    ApiKey(UUID id, String key, NewApiKey wanted, Actor maker, Instant now) {
        this.id = id;
        name = wanted.name();
        prefix = RandomTokens.visiblePart(key);
        hash = TokenHash.of(key);
        role = wanted.role();
        scopes = wanted.scopes() == null
                ? null
                : wanted.scopes().stream().sorted().distinct().toArray(String[]::new);
        createdBy = maker.id();
        createdByName = maker.name();
        expiresAt = wanted.expiresAt();
        createdAt = now;
    }

    /** One that may do the same, under another secret and for as long. */
    ApiKey successor(UUID id, String key, Actor maker, Instant now) {
        Instant expires = expiresAt == null ? null : now.plus(Duration.between(createdAt, expiresAt));
        List<String> same = scopes == null ? null : List.of(scopes);
        ApiKey successor = new ApiKey(id, key, new NewApiKey(name, role, same, expires), maker, now);
        successor.replaces = this.id;
        return successor;
    }

    /** Works no longer than until then. */
    void giveWayTo(ApiKey successor, Instant until) {
        replacedBy = successor.id;
        expiresAt = expiresAt == null || until.isBefore(expiresAt) ? until : expiresAt;
    }

    EditableApiKey editable() {
        return new EditableApiKey(name, expiresAt);
    }

    void change(EditableApiKey wanted) {
        name = wanted.name();
        expiresAt = wanted.expiresAt();
    }

    ApiKeyStatus status(Instant now) {
        if (revokedAt != null) {
            return ApiKeyStatus.REVOKED;
        }
        if (!isValid(now)) {
            return ApiKeyStatus.EXPIRED;
        }
        return replacedBy == null ? ApiKeyStatus.ACTIVE : ApiKeyStatus.REPLACED;
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
