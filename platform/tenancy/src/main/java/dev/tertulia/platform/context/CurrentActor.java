package dev.tertulia.platform.context;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in the current unit of work, as each of its transactions tells the database ({@code app.actor}), where the
 * triggers of {@code db/audit.sql} write it down with what changed. A unit of work without one is the system's.
 */
public final class CurrentActor {
    private static final String KEY = "tertulia.actor";

    private CurrentActor() {}

    /**
     * Says who acts. Outside a unit of work nothing happens.
     *
     * @param json an object with {@code actor} and, where known, {@code role}, {@code ip}, {@code userAgent} and
     *     {@code requestId}
     */
    public static void bind(String json) {
        Context unitOfWork = unitOfWork();
        if (unitOfWork != null) {
            unitOfWork.putLocal(KEY, json);
        }
    }

    /** Empty where the system acts. */
    public static Optional<String> current() {
        Context unitOfWork = unitOfWork();
        return unitOfWork == null ? Optional.empty() : Optional.ofNullable(unitOfWork.getLocal(KEY));
    }

    private static @Nullable Context unitOfWork() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
