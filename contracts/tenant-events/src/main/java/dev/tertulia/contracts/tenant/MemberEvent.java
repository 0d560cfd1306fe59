package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** What can happen to a member. */
public sealed interface MemberEvent permits MemberJoined, MemberRoleChanged, MemberDeactivated {

    /** The member that the event is about: its id is the record's key and its sequence is {@code ce_sequence}. */
    UUID memberId();
}
