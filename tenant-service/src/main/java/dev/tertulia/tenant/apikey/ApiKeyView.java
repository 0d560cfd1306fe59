package dev.tertulia.tenant.apikey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tertulia.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is shown.
 *
 * @param key the key itself, in the answer to its creation and never again
 */
@Schema(name = "ApiKey")
record ApiKeyView(
        @Schema(examples = "0199b0c6-11d4-7f02-a6c1-3b2e9f5d8a70")
        UUID id,

        @Schema(examples = "Web shop") String name,

        @Schema(examples = "tk_4fJ9sK2m", description = "What it begins with.")
        String prefix,

        @Schema(
                examples = "tk_4fJ9sK2mQz8vW1xYbN7cR5tL3pD6hG0aB2dE4f",
                description = "In the answer to its creation, and never again.")
        @Nullable
        String key,

        @Schema(examples = "agent") Role role,

        @Schema(
                description = "Of what the role permits, only these; absent means all.",
                examples = "[\"conversations:read\"]")
        @Nullable
        List<String> scopes,

        @Schema(examples = "active") ApiKeyStatus status,
        @Nullable Instant expiresAt,

        @Schema(description = "To the minute.") @Nullable Instant lastUsedAt,

        @Nullable Instant revokedAt,

        @Schema(description = "The key that takes its place: this one works until it expires.") @Nullable
        UUID replacedBy,

        @Schema(description = "The key whose place it takes.") @Nullable
        UUID replaces,

        Maker createdBy,
        Instant createdAt,
        @JsonIgnore @Schema(hidden = true) int version) {

    /** Who made a key: a user, or a key. It works on when they have left. */
    @Schema(name = "ApiKeyMaker")
    record Maker(
            UUID id,

            @Schema(examples = "Ana Luna", description = "As they were called then.") @Nullable
            String name) {}

    static ApiKeyView from(ApiKey key, Instant now) {
        return of(key, null, now);
    }

    static ApiKeyView created(ApiKey key, String secret, Instant now) {
        return of(key, secret, now);
    }

    private static ApiKeyView of(ApiKey key, @Nullable String secret, Instant now) {
        return new ApiKeyView(
                key.id,
                key.name,
                key.prefix,
                secret,
                key.role,
                key.scopes == null ? null : List.of(key.scopes),
                key.status(now),
                key.expiresAt,
                key.lastUsedAt,
                key.revokedAt,
                key.replacedBy,
                key.replaces,
                new Maker(key.createdBy, key.createdByName),
                key.createdAt,
                key.version);
    }
}
