package dev.tertulia.platform.security;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.security.Permission;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which permissions the caller was last found to lack in this unit of work. Quarkus' check only says that it failed, and
 * the caller is to hear why.
 *
 * @param permissions any of which would have done
 * @param tenantMissing they could not be had, since no tenant was chosen
 */
record PermissionDenial(SortedSet<String> permissions, boolean tenantMissing) {
    private static final String KEY = "tertulia.permission-denial";

    /** Looks on while Quarkus checks a permission. */
    static void noteIfLacking(Caller caller, Permission required) {
        SortedSet<String> names = names(required);
        Context unitOfWork = unitOfWork();
        if (unitOfWork != null && names.stream().noneMatch(caller::may)) {
            boolean platform = names.stream().allMatch(name -> name.startsWith("platform:"));
            unitOfWork.putLocal(KEY, new PermissionDenial(names, caller.tenant() == null && !platform));
        }
    }

    static Optional<PermissionDenial> last() {
        Context unitOfWork = unitOfWork();
        return unitOfWork == null ? Optional.empty() : Optional.ofNullable(unitOfWork.getLocal(KEY));
    }

    private static SortedSet<String> names(Permission required) {
        SortedSet<String> names = new TreeSet<>();
        String actions = required.getActions();
        if (actions == null || actions.isEmpty()) {
            names.add(required.getName());
        } else {
            Arrays.stream(actions.split(",", -1))
                    .map(action -> required.getName() + ":" + action.trim())
                    .forEach(names::add);
        }
        return names;
    }

    private static @Nullable Context unitOfWork() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
