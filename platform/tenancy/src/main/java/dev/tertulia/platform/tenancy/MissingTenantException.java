package dev.tertulia.platform.tenancy;

/** Something asked for a tenant's data without saying which tenant. Always a defect of ours, never the caller's. */
public final class MissingTenantException extends IllegalStateException {
    MissingTenantException(String message) {
        super(message);
    }
}
