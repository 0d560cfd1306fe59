package dev.tertulia.platform.web;

import java.util.Optional;

/**
 * Says of certain failures which problem they are, better than their type does. A module that raises failures of other
 * libraries provides a bean of this; it is asked first.
 */
public interface ProblemSource {
    /** Empty where it knows nothing of the failure. Must not fail. */
    Optional<ProblemException> find(Throwable failure);
}
