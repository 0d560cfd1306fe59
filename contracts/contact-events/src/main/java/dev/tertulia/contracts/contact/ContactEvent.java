package dev.tertulia.contracts.contact;

import java.util.UUID;

/** What can happen to a contact. */
public sealed interface ContactEvent
        permits ContactCreated, ContactUpdated, ContactMerged, ContactUnmerged, ContactErased {

    /** The contact that the event is about: its id is the record's key and its sequence is {@code ce_sequence}. */
    UUID contactId();
}
