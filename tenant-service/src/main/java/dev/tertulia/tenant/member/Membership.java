package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.tenant.TenantStatus;
import java.util.UUID;

/**
 * One of the tenants in which a user is an active member.
 *
 * @param linked whether the user has been met there; otherwise it was made for their address and waits for them
 */
public record Membership(
        UUID tenantId,
        UUID memberId,
        String slug,
        String tenantName,
        TenantStatus tenantStatus,
        Role role,
        boolean linked) {

    /** A cancelled tenant is entered by nobody. */
    public boolean isOpen() {
        return tenantStatus != TenantStatus.CANCELLED;
    }
}
