package dev.tertulia.contracts.tenant;

/**
 * The topics of tenant-service. The key of a tenant's records is the tenant's id, that of a member's the member's, that of an
 * invitation's the invitation's, so that what happens to one of them keeps its order.
 */
public final class TenantTopics {
    public static final String TENANT_CREATED = "tenant.created";
    public static final String TENANT_UPDATED = "tenant.updated";
    public static final String TENANT_SETTINGS_CHANGED = "tenant.settings-changed";
    public static final String TENANT_SUSPENDED = "tenant.suspended";
    public static final String TENANT_REACTIVATED = "tenant.reactivated";
    public static final String TENANT_PLAN_CHANGED = "tenant.plan-changed";
    public static final String MEMBER_INVITED = "member.invited";
    public static final String TENANT_ERASED = "tenant.erased";
    public static final String MEMBER_JOINED = "member.joined";
    public static final String MEMBER_ROLE_CHANGED = "member.role-changed";
    public static final String MEMBER_DEACTIVATED = "member.deactivated";

    private TenantTopics() {}
}
