package dev.tertulia.contracts.tenant;

import java.util.UUID;

/**
 * A member may do other things than before.
 *
 * @param previousRole the same as the new one when only the extra permissions changed
 */
public record MemberRoleChanged(UUID memberId, String previousRole, MemberDetails member) implements MemberEvent {}
