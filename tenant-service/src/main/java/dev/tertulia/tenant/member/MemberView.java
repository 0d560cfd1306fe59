package dev.tertulia.tenant.member;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tertulia.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A member as they are shown. */
@Schema(name = "Member")
public record MemberView(
        @Schema(examples = "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60")
        UUID id,

        @Schema(description = "Absent until they have signed in once.") @Nullable
        UUID userId,

        @Schema(examples = "marta@panaderialuna.example") String email,
        @Schema(examples = "Marta Ríos") String name,

        @Schema(examples = "https://id.example.com/marta.png") @Nullable
        String avatarUrl,

        @Schema(examples = "agent") Role role,

        @Schema(examples = "labels:manage", description = "Those beside the role's.")
        List<String> permissions,

        boolean active,

        @Schema(description = "In this tenant, to the minute.") @Nullable
        Instant lastSeenAt,

        Instant createdAt,
        @JsonIgnore @Schema(hidden = true) int version) {

    static MemberView from(Member member) {
        return new MemberView(
                member.id,
                member.userId,
                member.email,
                member.name,
                member.avatarUrl,
                member.role,
                List.of(member.permissions),
                member.active,
                member.lastSeenAt,
                member.createdAt,
                member.version);
    }
}
