package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What everybody in a tenant may know of a member: whom something can be given to, and who did something. */
@Schema(name = "Colleague")
record ColleagueView(
        @Schema(examples = "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60")
        UUID id,

        @Schema(examples = "Marta Ríos") String name,
        @Schema(examples = "agent") Role role,
        @Nullable String avatarUrl,
        boolean active) {

    static ColleagueView from(Member member) {
        return new ColleagueView(member.id, member.name, member.role, member.avatarUrl, member.active);
    }
}
