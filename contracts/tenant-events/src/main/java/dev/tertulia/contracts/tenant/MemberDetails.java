package dev.tertulia.contracts.tenant;

import java.util.List;

/**
 * A member as it is after the event, so that a consumer needs no earlier one.
 *
 * @param role {@code owner}, {@code admin}, {@code supervisor}, {@code agent} or {@code viewer}
 * @param permissions those that the member has beside the role's
 */
public record MemberDetails(String name, String email, String role, List<String> permissions) {
    public MemberDetails {
        permissions = List.copyOf(permissions);
    }
}
