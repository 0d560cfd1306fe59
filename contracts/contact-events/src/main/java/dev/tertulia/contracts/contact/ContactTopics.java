package dev.tertulia.contracts.contact;

/** The topics of contact-service. The key of each record is the contact's id, so one contact's events keep their order. */
public final class ContactTopics {
    public static final String CREATED = "contact.created";
    public static final String UPDATED = "contact.updated";
    public static final String MERGED = "contact.merged";
    public static final String UNMERGED = "contact.unmerged";
    public static final String ERASED = "contact.erased";

    private ContactTopics() {}
}
