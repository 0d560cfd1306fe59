package dev.tertulia.platform.context;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties together what one request caused: its answer, its log lines, the events it led to and what their
 * consumers do. It lives in the Vert.x duplicated context, and in the log context under {@link #LOG_KEY}.
 */
public final class RequestId {
    /** The name of the HTTP header that brings it and takes it back. */
    public static final String HEADER = "X-Request-Id";

    /** The key under which log formats find it: {@code %X{requestId}}. */
    public static final String LOG_KEY = "requestId";

    private static final String KEY = "tertulia.request-id";
    // It is echoed into headers and logs, so nothing may be in it that either could misread.
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The given id if it is acceptable, else a new one (a UUIDv7). */
    public static String takeOrMake(@Nullable String offered) {
        return offered != null && ACCEPTABLE.matcher(offered).matches()
                ? offered
                : UuidV7.next().toString();
    }

    /**
     * Names the request that the current unit of work serves; a consumer passes the one its event carries. An id that is
     * not acceptable is replaced by a new one. Outside a unit of work nothing happens.
     */
    public static void bind(@Nullable String requestId) {
        Context unitOfWork = unitOfWork();
        if (unitOfWork != null) {
            String taken = takeOrMake(requestId);
            unitOfWork.putLocal(KEY, taken);
            MDC.put(LOG_KEY, taken);
        }
    }

    /** Empty in work that no request caused. */
    public static Optional<String> current() {
        Context unitOfWork = unitOfWork();
        return unitOfWork == null ? Optional.empty() : Optional.ofNullable(unitOfWork.getLocal(KEY));
    }

    private static @Nullable Context unitOfWork() {
        Context context = Vertx.currentContext();
        return context != null && VertxContext.isDuplicatedContext(context) ? context : null;
    }
}
