package dev.tertulia.platform.security;

/**
 * The names of what can be permitted, {@code <area>:<verb>}, for {@code @PermissionsAllowed} and for the scopes of API
 * keys. They are part of the API: added, never renamed. Which role has which stands in tenant-service.
 */
public final class Permission {
    public static final String TENANT_READ = "tenant:read";
    public static final String TENANT_MANAGE = "tenant:manage";

    /** To take out all that is held of the tenant. */
    public static final String TENANT_EXPORT = "tenant:export";

    /** To see all members. */
    public static final String MEMBERS_READ = "members:read";

    /** To see one's own membership, for those who may not see all. */
    public static final String MEMBERS_READ_OWN = "members:read-own";

    public static final String MEMBERS_MANAGE = "members:manage";

    /** To manage the members that are agents or viewers, and no others. */
    public static final String MEMBERS_MANAGE_AGENTS = "members:manage-agents";

    public static final String INVITATIONS_MANAGE = "invitations:manage";

    /** To hand the tenant over to another member. */
    public static final String OWNERSHIP_TRANSFER = "ownership:transfer";

    /** To see the plan, its limits and what is used of them. */
    public static final String USAGE_READ = "usage:read";

    /** To change the plan, as far as the tenant may by itself. */
    public static final String SUBSCRIPTION_MANAGE = "subscription:manage";

    public static final String FEATURES_MANAGE = "features:manage";
    public static final String SETTINGS_READ = "settings:read";
    public static final String SETTINGS_MANAGE = "settings:manage";

    /** To say how the tenant's people sign in: their own identity provider, its domains. */
    public static final String SIGN_IN_MANAGE = "sign-in:manage";

    public static final String AUDIT_READ = "audit:read";

    public static final String API_KEYS_MANAGE = "api-keys:manage";

    public static final String CONTACTS_READ = "contacts:read";
    public static final String CONTACTS_WRITE = "contacts:write";

    /** To delete contacts, merge them and define what is known of them. */
    public static final String CONTACTS_MANAGE = "contacts:manage";

    public static final String CHANNELS_READ = "channels:read";
    public static final String CHANNELS_MANAGE = "channels:manage";

    /** To see the conversations that are assigned to oneself. */
    public static final String CONVERSATIONS_READ = "conversations:read";

    /** To see those that are nobody's as well; a tenant's setting takes it from its agents. */
    public static final String CONVERSATIONS_READ_UNASSIGNED = "conversations:read-unassigned";

    /** To see all conversations, whoever they are assigned to. */
    public static final String CONVERSATIONS_READ_ALL = "conversations:read-all";

    /** To take, resolve, reopen, snooze and label the conversations one sees. */
    public static final String CONVERSATIONS_WRITE = "conversations:write";

    /** To assign conversations to others. */
    public static final String CONVERSATIONS_ASSIGN = "conversations:assign";

    public static final String MESSAGES_SEND = "messages:send";
    public static final String NOTES_WRITE = "notes:write";
    public static final String LABELS_MANAGE = "labels:manage";
    public static final String QUICK_REPLIES_MANAGE = "quick-replies:manage";
    public static final String TEMPLATES_MANAGE = "templates:manage";

    /** To create, list, suspend and reactivate tenants. No role within a tenant has it. */
    public static final String PLATFORM_TENANTS = "platform:tenants";

    private Permission() {}
}
