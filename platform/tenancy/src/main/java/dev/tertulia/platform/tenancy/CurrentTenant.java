package dev.tertulia.platform.tenancy;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenant of the current unit of work (a request, a Kafka record, a socket's message, a job). It lives in the Vert.x
 * duplicated context, so it follows the work through asynchronous steps and ends with it.
 */
public final class CurrentTenant {
    private static final String KEY = "tertulia.tenant";

    private CurrentTenant() {}

    /** Says whose work this is. Saying it again is a no-op; naming another tenant fails. */
    public static void bind(UUID tenant) {
        Context unitOfWork = unitOfWork();
        if (unitOfWork == null) {
            throw new MissingTenantException("A tenant can only be bound inside a unit of work");
        }
        UUID bound = unitOfWork.getLocal(KEY);
        if (bound == null) {
            unitOfWork.putLocal(KEY, tenant);
        } else if (!bound.equals(tenant)) {
            throw new IllegalStateException("Another tenant is already bound to this unit of work");
        }
    }

    public static Optional<UUID> current() {
        Context unitOfWork = unitOfWork();
        return unitOfWork == null ? Optional.empty() : Optional.ofNullable(unitOfWork.getLocal(KEY));
    }

    /** Fails with {@link MissingTenantException} where no tenant is bound. */
    public static UUID required() {
        return current().orElseThrow(() -> new MissingTenantException("No tenant is bound to this unit of work"));
    }

    private static @Nullable Context unitOfWork() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
