package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** Somebody is a member no longer. What they did stays theirs. */
public record MemberDeactivated(UUID memberId, MemberDetails member) implements MemberEvent {}
