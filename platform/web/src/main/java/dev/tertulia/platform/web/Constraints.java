package dev.tertulia.platform.web;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Which rule of the database a change broke, in a service that has Hibernate. */
public final class Constraints {
    private static final int MAX_CAUSES = 16;

    private Constraints() {}

    /** Whether the failure is that of the constraint or unique index of this name. */
    public static boolean broke(String constraint, @Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            // Hibernate passes on no more of what the driver said than this.
            if (cause instanceof ConstraintViolationException refused
                    && constraint.equals(refused.getConstraintName())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
