package dev.tertulia.contracts.contact;

import java.util.UUID;

/**
 * A merge was undone: the duplicate is a contact of its own again.
 *
 * @param contactId the contact that it had been merged into
 * @param mergeId the merge, as {@link ContactMerged} named it
 * @param contact the contact with what it keeps
 * @param duplicate the other with the identities that went back to it
 */
public record ContactUnmerged(
        UUID contactId, UUID duplicateId, UUID mergeId, ContactDetails contact, ContactDetails duplicate)
        implements ContactEvent {}
