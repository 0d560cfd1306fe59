package dev.tertulia.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a unit of work runs, as the passport says it.
 *
 * @param tenant absent for someone signed in who has chosen no tenant: a platform administrator, or a user who asks
 *     which tenants there are
 * @param role absent where {@code tenant} is, except for platform administrators
 * @param permissions names of {@link Permission}
 * @param features switched on for the tenant
 */
public record Caller(
        @Nullable CallerTenant tenant,
        Actor actor,
        @Nullable Role role,
        Set<String> permissions,
        Set<String> features) {
    private static final String ATTRIBUTE = "tertulia.caller";

    public Caller {
        permissions = Set.copyOf(permissions);
        features = Set.copyOf(features);
    }

    /** Of a verified identity, on HTTP requests and WebSocket upgrades alike; empty for an anonymous one. */
    public static Optional<Caller> find(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Whether the feature is on for the tenant. */
    public boolean has(String feature) {
        return features.contains(feature);
    }

    /** Fails where no tenant was chosen; endpoints that demand a permission are never reached so. */
    public CallerTenant requiredTenant() {
        if (tenant == null) {
            throw new IllegalStateException("The caller has chosen no tenant");
        }
        return tenant;
    }

    public @Nullable UUID memberId() {
        return actor.memberId();
    }

    /** The identity that Quarkus' checks look at. */
    public SecurityIdentity toIdentity() {
        return describe(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.id().toString())));
    }

    SecurityIdentity describe(QuarkusSecurityIdentity.Builder identity) {
        if (role != null) {
            identity.addRole(role.wireName());
        }
        return identity.addAttribute(ATTRIBUTE, this)
                .addPermissionsAsString(permissions)
                .addPermissionChecker(required -> {
                    PermissionDenial.noteIfLacking(this, required);
                    // No opinion: the permissions above decide.
                    return null;
                })
                .build();
    }
}
