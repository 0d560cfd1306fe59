package dev.tertulia.contracts.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked to become a member. If they do, {@code member.joined} tells of it.
 *
 * @param invitationId what the event is about: the record's key
 * @param name as who invites them calls them
 * @param role that they are to have: {@code admin}, {@code supervisor}, {@code agent} or {@code viewer}
 * @param permissions those beside the role's
 * @param invitedBy the member who asked; absent for an API key and a platform administrator
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberInvited(
        UUID invitationId,
        String email,
        @Nullable String name,
        String role,
        List<String> permissions,
        @Nullable UUID invitedBy) {
    public MemberInvited {
        permissions = List.copyOf(permissions);
    }
}
