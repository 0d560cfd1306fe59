package dev.tertulia.contracts.tenant;

import java.util.UUID;

/** Somebody is a member from now on: for the first time, or again after they had been deactivated. */
public record MemberJoined(UUID memberId, MemberDetails member) implements MemberEvent {}
